"""Spare parts, tools and loan units: what they are, where they lie, how they move.

It may use `register` and `people`; what a step moves comes from `completing`.
Front doors: `movements.move_part`, `parts`, `stocktakes`.
"""
