"""Whether what is kept is what was sealed, and what a person may have erased from it.

It reads seals, files and records as they stand, and trusts no row; it erases what a person may have erased.
Front doors: `verification.every_difference`, `authenticity`, `erasures.erase_answers`.
"""
