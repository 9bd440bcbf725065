"""What the house tells of itself: satisfaction, months and years of a client, registers of a form, spreadsheets.

It reads what the rooms below know; of these only `exports` writes, a line of the audit.
Front doors: `satisfaction`, `monthly_reports`, `yearly_reviews`, `form_lists`, `exports`.
"""
