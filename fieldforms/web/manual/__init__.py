"""The program's own manual."""

STYLES = ("manual.css",)
