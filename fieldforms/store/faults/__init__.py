"""What the board shows, and the times agreed."""
