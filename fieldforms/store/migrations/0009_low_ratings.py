"""A low rating waits until its follow-up is closed with words, however long ago it was given.

What a supervisor wrote on reading such a sheet counts as these words: until now there was no other place for them.
"""

import json

COLUMN = (
    "ALTER TABLE records ADD COLUMN low_rating_since BIGINT",
    "CREATE INDEX record_low_rating_since_id ON records (low_rating_since, id)",
)
FORMS = "SELECT id, body FROM definitions"
LOW = "in_force AND outcome <> '' AND definition_id = {form} AND satisfaction IN ({low})"
WORDS = (
    "INSERT INTO reviews (record, by_id, note, settles, at) SELECT record, by_id, note, 'low_rating', at FROM reviews "
    "WHERE id IN (SELECT MIN(reviews.id) FROM reviews JOIN users ON users.id = reviews.by_id "
    "JOIN records ON records.uuid = reviews.record "
    f"WHERE users.role = 'supervisor' AND note <> '' AND settles = '' AND {LOW} GROUP BY reviews.record)"
)
WAITS = (
    f"UPDATE records SET low_rating_since = COALESCE(closed_at, updated_at) WHERE {LOW} "
    "AND NOT EXISTS (SELECT 1 FROM reviews WHERE reviews.record = records.uuid AND settles = 'low_rating')"
)


def up(migrator, db):
    for statement in COLUMN:
        db.execute_sql(statement)
    for form, body in db.execute_sql(FORMS).fetchall():
        answers = low_answers(body if isinstance(body, dict) else json.loads(body))
        if answers:
            for statement in (WORDS, WAITS):
                db.execute_sql(statement.format(form=form, low=", ".join(f"'{name}'" for name in answers)))


def low_answers(definition):
    """The lower half of a form's scale of satisfaction, which goes from best to worst."""
    fields = [field for section in definition.get("section", ()) for field in section.get("field", ())]
    scales = [field.get("choices", ()) for field in fields if field.get("means") == "satisfaction"]
    return [choice["name"] for scale in scales[:1] for choice in scale[len(scale) // 2 :]]
