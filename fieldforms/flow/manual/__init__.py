"""The program's own manual (使用手册): a chapter for each role, in both languages, as pages and on paper.

It needs no other room.
Front door: `manual_chapters`.
"""
