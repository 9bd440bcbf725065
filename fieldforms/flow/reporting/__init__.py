"""What the house tells of itself: satisfaction, months and years of a client, registers of a form, spreadsheets.

It reads what the rooms below know, and writes what leaves the house: a line of the audit, a month as it was issued.
Front doors: `satisfaction`, `monthly_reports`, `yearly_reviews`, `form_lists`, `exports`.
"""
