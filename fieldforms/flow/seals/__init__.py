"""An entry's content made an SD-JWT, chained and inserted once; the keys that sign it.

It folds the record for what is kept beside a seal (`record.confidentiality`), and needs no other room.
Front door: `entry_seals.seal_entry`.
"""
