"""A record as its entries make it: folded, projected, whose turn it is, who signs, who approves.

It reads entries and people. `folding` is pure.
Front doors: `folding.fold_entries`, `projection.project_record`, `step_rights`.
"""
