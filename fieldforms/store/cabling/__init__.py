"""Rows of ports and of the cables between them."""
