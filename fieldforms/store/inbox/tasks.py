"""What waits for somebody: bounded lists that an index finds, however many sheets there are."""

from peewee import fn

from fieldforms.store import scope
from fieldforms.store.models import Device, Draft, FormVersion, Record, Review, User
from fieldforms.store.record import records
from fieldforms.store.record.lists import with_forms
from fieldforms.store.record.records import blank_ratings

MOST_TASKS = 50


def records_waiting_for_roles(viewer: scope.Viewer, by: list[str], *conditions) -> list[Record]:
    """Open records whose next step is somebody of `by`, longest waiting first."""
    return select_shown(
        viewer, Record.updated_at, Record.state == "open", Record.next_by.in_(by), *conditions
    )


def records_naming_viewer(viewer: scope.Viewer) -> list[Record]:
    """Open records whose next step is that of somebody named, and which name the viewer; longest waiting first."""
    mine = (Record.state == "open", Record.next_by == "assignee", scope.names_viewer_condition(viewer))
    return select_shown(viewer, Record.updated_at, *mine)


def unfinished_of_forms(
    viewer: scope.Viewer, keys: list[str], others: list[str], *conditions
) -> list[Record]:
    """Open records of these forms that wait for none of `others`, longest waiting first."""
    return select_shown(viewer, Record.updated_at, *waits_conditions(keys, others), *conditions)


def count_unfinished(viewer: scope.Viewer, keys: list[str], others: list[str], *conditions) -> int:
    """How many `unfinished` there are, beyond MOST_TASKS too."""
    which = (scope.records(viewer), *waits_conditions(keys, others), *conditions)
    return Record.select(Record.id).where(*which).count()


def waits_conditions(keys: list[str], others: list[str]) -> tuple:
    return Record.state == "open", Record.next_by.not_in(["", *others]), Record.key.in_(keys)


def open_in_room(room_id: int) -> list[records.Seen]:
    """Open records of a room, whole: what goes on there decides who may enter."""
    rows = (
        records.select_in_scope(scope.SYSTEM)
        .where(Record.room == room_id, Record.state == "open")
        .limit(MOST_TASKS)
    )
    return [records.record_as_seen(row, scope.SYSTEM) for row in rows]


def records_following(number: str) -> list[Record]:
    """The records that were opened from this one and stand, oldest first."""
    query = Record.select().where(Record.follows == number, Record.in_force)
    return list(query.order_by(Record.id))


def numbers_opened_from(number: str) -> list[str]:
    """Numbers of all records that were opened from this one, whatever became of them."""
    rows = Record.select(Record.number).where(Record.follows == number).order_by(Record.id)
    return [row.number for row in rows]


def records_past_due(today: str) -> list[Record]:
    """Open records whose day was before `today` (ISO)."""
    late = (Record.due_on != "") & (Record.due_on < today)
    return list(Record.select().where(Record.state == "open", late).order_by(Record.id))


def records_unsigned(viewer: scope.Viewer) -> list[Record]:
    """Closed without the signature they should have, and nobody has looked at them since; newest first."""
    closed = (Record.unsigned == True, Record.state == "closed")
    return select_shown(viewer, Record.dated_at.desc(), *closed, Record.superseded_by == "", is_unread())


def records_rated_low(viewer: scope.Viewer) -> list[Record]:
    """Sheets whose low rating nobody has closed with words, longest waiting first."""
    return select_shown(viewer, Record.low_rating_since, Record.low_rating_since.is_null(False))


def count_unread(viewer: scope.Viewer, since: int, most: int) -> int:
    """Begun since (UTC ms), closed, and not read by anybody; counting stops at `most`.

    What has a step of the supervisor's came to their turn.
    """
    fresh = (
        Record.opened_at >= since,
        Record.state == "closed",
        is_unread(),
        ~scope.has_a_step("supervisor"),
    )
    return Record.select(Record.id).where(scope.records(viewer), *fresh).limit(most).count()


FOLLOW_UP = "follow_up"


def records_to_follow_up(
    viewer: scope.Viewer, first: str, last: str, technician: int | None = None, client: int | None = None
) -> list[Record]:
    """Sheets whose clients are to be contacted again on a day from `first` to `last` (ISO), earliest first.

    `technician`: whose sheets; `client`: about whom.
    """
    conditions = [*is_open_follow_up(), Record.follow_up_on >= first, Record.follow_up_on <= last]
    conditions += [Record.technician == technician] if technician else []
    conditions += [Record.client == client] if client else []
    return select_shown(viewer, Record.follow_up_on, *conditions)


def waits_for_follow_up(row: Record) -> bool:
    return Record.select().where(Record.id == row.id, *is_open_follow_up()).exists()


def is_open_follow_up() -> tuple:
    """Conditions: a day was named, and nobody has said since that it is done, or gone on with a sheet of the form."""
    later = Record.alias()
    same = (later.follows == Record.number, later.key == Record.key, later.in_force)
    gone_on = later.select(later.id).where(*same)
    return Record.follow_up_on > "", Record.in_force, ~is_reviewed(FOLLOW_UP), ~fn.EXISTS(gone_on)


def is_unread():
    return ~is_reviewed("")


def is_reviewed(settles: str):
    """Has somebody looked after the sheet, and settled this? "": read it."""
    rows = Review.select(Review.id).where(Review.record == Record.uuid, Review.settles == settles)
    return fn.EXISTS(rows)


def select_shown(viewer: scope.Viewer, order, *conditions) -> list[Record]:
    rows = (
        Record.select().where(scope.records(viewer), *conditions).order_by(order, Record.id).limit(MOST_TASKS)
    )
    return blank_ratings(with_forms(list(rows)), viewer)


def open_drafts_of(user: User) -> list[Draft]:
    """What this person has begun and can still finish, newest first."""
    mine = (Draft.author == user, Draft.completed_at.is_null(), Draft.discarded_at.is_null())
    query = Draft.select(Draft, FormVersion).join(FormVersion).where(*mine, ~fn.EXISTS(has_moved_on()))
    return list(query.order_by(Draft.saved_at.desc()).limit(MOST_TASKS))


def has_moved_on():
    """The draft's record where it is over or stands at another step. What was never sealed has no row yet."""
    waits = (Record.state == "open") & (Record.next_step == Draft.step)
    return Record.select(Record.id).where(Record.uuid == Draft.record, ~waits)


def numbers_by_record(drafts: list[Draft]) -> dict[str, str]:
    """Record uuid → number, of drafts of later steps."""
    query = Record.select(Record.uuid, Record.number).where(
        Record.uuid.in_([draft.record for draft in drafts])
    )
    return dict(query.tuples())


def device_names_of_drafts(drafts: list[Draft]) -> dict[int, str]:
    """Device id → name, of what the drafts were started from."""
    ids = {draft.origin.get("device") for draft in drafts} - {None}
    return dict(Device.select(Device.id, Device.name).where(Device.id.in_(ids)).tuples())
