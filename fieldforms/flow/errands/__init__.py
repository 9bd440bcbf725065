"""What the house does by itself, and what it does later because somebody asked for it.

It may use every room.
Front door: the table in `errands`.
"""
