"""A record in words: the sheet that pages and PDFs draw, its story, the lines of lists.

It reads `record` and `seals`; it decides nothing.
Front doors: `record_sheets.sheet_of_record`, `timeline.events_of_record`, `words_of_records`.
"""
