"""Parts, where they lie, how they moved, and what is promised."""
