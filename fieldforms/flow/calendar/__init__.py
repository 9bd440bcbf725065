"""定期巡检: plans, the days they fall on, what became of each visit, holidays, and the feed for other calendars.

It reads records to know what was done.
Front doors: `plans`, `visits`.
"""
