"""The only floor with Peewee; it knows no form's meaning.

Its queries stand in the rooms of the floor above (flow), its tables beside each other in `models`. A room here may ask
for what its tables refer to: a record for its form's version, never the other way round.
"""
