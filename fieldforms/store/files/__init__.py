"""Photos and documents by digest."""
