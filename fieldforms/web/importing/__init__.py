"""Lists that come in as files: where their columns go, what becomes of each row, and what was written."""

STYLES = ("desk.css",)
