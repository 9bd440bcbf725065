"""What the administrator sees of the installation's archives."""
