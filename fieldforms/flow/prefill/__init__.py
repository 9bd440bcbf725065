"""What is known before anybody types: from the register, from the sheet that is followed, from the last visit.

It reads register, stock and records, and writes nothing.
Front door: `register_answers.prefilled_answers`.
"""
