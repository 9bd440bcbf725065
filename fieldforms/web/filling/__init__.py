"""A step being filled: its page, its check page, its photos; the blank sheet."""
