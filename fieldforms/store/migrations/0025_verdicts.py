"""A sheet waits for its review, and goes back to whoever has to do something about it. A follow-up has an owner, a day and an
outcome.

Sheets of before ask for no review: their forms' versions name nobody. A signature that was refused waits for a follow-up from now
on; where a supervisor has read such a sheet already, what they wrote counts as its end, as 0009 did with low ratings.
"""

STATEMENTS = (
    "ALTER TABLE records ADD COLUMN review_by VARCHAR(255) NOT NULL DEFAULT ''",
    "ALTER TABLE records ADD COLUMN returned_since BIGINT",
    "ALTER TABLE records ADD COLUMN cost_disputed BOOLEAN NOT NULL DEFAULT FALSE",
    "CREATE INDEX record_cost_disputed_dated_at_id ON records (cost_disputed, dated_at, id)",
    "CREATE INDEX record_review_by_dated_at_id ON records (review_by, dated_at, id)",
    "CREATE INDEX record_returned_since_id ON records (returned_since, id)",
    "ALTER TABLE reviews ADD COLUMN owner_id INTEGER REFERENCES users (id)",
    "ALTER TABLE reviews ADD COLUMN due_on VARCHAR(255)",
    "ALTER TABLE reviews ADD COLUMN ending VARCHAR(255)",
    "INSERT INTO reviews (record, by_id, note, settles, at) SELECT record, by_id, note, 'low_rating', at FROM reviews "
    "WHERE id IN (SELECT MIN(reviews.id) FROM reviews JOIN users ON users.id = reviews.by_id "
    "JOIN records ON records.uuid = reviews.record "
    "WHERE users.role = 'supervisor' AND settles IN ('', 'note') AND records.outcome = 'refused' AND records.state = 'closed' "
    "GROUP BY reviews.record) "
    "AND NOT EXISTS (SELECT 1 FROM reviews AS ended WHERE ended.record = reviews.record AND ended.settles = 'low_rating')",
)


def up(migrator, db):
    for statement in STATEMENTS:
        db.execute_sql(statement)
