"""A step being filled: its draft, what is suggested, what its blank sheet looks like.

It prefills from `prefill` and reads records; it seals nothing.
Front door: `drafts` (start, save, discard).
"""
