"""Photos and documents: checked by content, kept by digest.

It needs no other room.
Front doors: `photos`, `documents`.
"""
