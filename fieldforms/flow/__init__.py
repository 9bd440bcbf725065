"""The rules: one verb is one transaction and one line of the audit. No Flask, no HTML.

Rooms, top to bottom; each imports only from those below it (`make lint` holds it, docs/words.md says the words):

    errands inbox archives papers reporting faults proof completing filling stages library prefill sheets importing stock documents cabling register calendar
    seals record files jobs people manual, and below them form_changes, shaped_inputs, form_input and local_time
"""
