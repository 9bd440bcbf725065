"""What the house does in the background."""
