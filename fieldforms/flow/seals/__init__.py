"""An entry's content made an SD-JWT, chained and inserted once; the keys that sign it.

It needs no other room.
Front door: `entry_seals.seal`.
"""
