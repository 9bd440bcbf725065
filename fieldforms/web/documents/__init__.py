"""The library: documents, read page by page, and saved."""

STYLES = ("documents.css",)
