"""The whole installation in one file: made while it serves, read back, put in the place of a lost one.

Front doors: `archiving.make_archive`, `restoring.open_archive`, `keeping.make_due_archive`.
"""
