"""What is known before anybody types: from the register, from the sheet that is followed, from the last visit.

It reads register, stock and records, and writes only that a confidential one was read.
Front door: `register_answers.prefilled_answers`.
"""
