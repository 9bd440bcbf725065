"""What waits to be done by a worker."""
