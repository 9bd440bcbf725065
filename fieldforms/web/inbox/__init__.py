"""What waits for the person who opens it: the first page, its lines, and how many there are."""

STYLES = ("home.css",)
