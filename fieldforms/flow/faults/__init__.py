"""From a stranger's report to a repair that is accepted: reports, the dispatcher's board, who is sent, the times agreed; and what
was learnt of it: known faults of models and categories.

It fills and completes steps by the rooms below, as everybody does.
Front doors: `fault_reports.hand_in`, `board`, `assignments.assign_engineer`, `known_faults`, `likely_faults.likely_faults`.
"""
