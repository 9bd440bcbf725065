"""Lists that came in as files."""
