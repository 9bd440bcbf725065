"""One-time ways in, by which a step is signed."""
