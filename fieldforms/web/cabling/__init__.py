"""Ports, cables, diagrams, and who has a free input."""

STYLES = ("diagram.css",)
