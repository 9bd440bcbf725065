"""Published versions of forms."""
