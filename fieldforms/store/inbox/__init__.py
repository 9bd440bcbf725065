"""What waits for whom, as queries: bounded lists that an index finds."""
