"""When things happened, for what is counted."""
