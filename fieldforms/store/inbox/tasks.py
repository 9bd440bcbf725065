"""What waits for somebody: bounded lists that an index finds, however many sheets there are."""

from peewee import fn

from fieldforms.store import clock, scope
from fieldforms.store.inbox import doers
from fieldforms.store.inbox.shown import MOST_TASKS, rows_shown, select_shown
from fieldforms.store.library import definitions
from fieldforms.store.models import Device, Draft, Entry, Record, Review, User
from fieldforms.store.prepared import one_of, prepared
from fieldforms.store.record import lists, records

Fallen = tuple[str, tuple[str, ...]] | None  # a role, and the roles of last resort before it: doers.fell_to


def records_waiting_for_roles(viewer: scope.Viewer, by: list[str], but: Fallen = None) -> list[Record]:
    """Open records whose next step is somebody of `by`, longest waiting first; `but` what fell to a role."""
    rows = waiting_for_roles(viewer, by=tuple(by), but=but, versions=definitions.published_versions())
    return rows_shown(viewer, rows)


@scope.prepared_by_viewer
def waiting_for_roles(viewer, *, by, but, versions):
    where = (Record.state == "open", Record.next_by.in_(by), *not_fallen(but))
    return select_shown(viewer, Record.updated_at, *where)


def not_fallen(but: Fallen) -> tuple:
    return (~doers.fell_to(*but),) if but else ()


def records_naming_viewer(viewer: scope.Viewer) -> list[Record]:
    """Open records whose next step is that of somebody named, and which name the viewer; longest waiting first."""
    return rows_shown(viewer, waiting_for_named(viewer))


@scope.prepared_by_viewer
def waiting_for_named(viewer):
    mine = (Record.state == "open", Record.next_by == "assignee", scope.names_viewer_condition(viewer))
    return select_shown(viewer, Record.updated_at, *mine)


def unfinished_of_forms(
    viewer: scope.Viewer, keys: list[str], others: list[str], but: Fallen = None
) -> list[Record]:
    """Open records of these forms that wait for none of `others`, longest waiting first; `but` what fell to a role."""
    return rows_shown(viewer, unfinished_records(viewer, **shape_of_unfinished(keys, others, but)))


@scope.prepared_by_viewer
def unfinished_records(viewer, *, keys, others, but, versions):
    return select_shown(viewer, Record.updated_at, *unfinished_conditions(keys, others), *not_fallen(but))


def count_unfinished(viewer: scope.Viewer, keys: list[str], others: list[str], but: Fallen = None) -> int:
    """How many `unfinished_of_forms` there are, beyond MOST_TASKS too."""
    return counted_unfinished(viewer, **shape_of_unfinished(keys, others, but))[0][0]


@scope.prepared_by_viewer
def counted_unfinished(viewer, *, keys, others, but, versions):
    which = (scope.records(viewer), *unfinished_conditions(keys, others), *not_fallen(but))
    return Record.select(fn.COUNT(Record.id)).where(*which).tuples()


def shape_of_unfinished(keys: list[str], others: list[str], but: Fallen) -> dict:
    return {
        "keys": tuple(keys), "others": tuple(others), "but": but, "versions": definitions.published_versions()
    }  # fmt: skip


def unfinished_conditions(keys: tuple[str, ...], others: tuple[str, ...]) -> tuple:
    return Record.state == "open", Record.next_by.not_in(["", *others]), Record.key.in_(keys)


def records_overdue(
    viewer: scope.Viewer, today: str, but_forms: list[str], others: list[str]
) -> list[Record]:
    """Open records whose day was before `today` (ISO), longest past first; not of `but_forms`, nor those whose next step is
    somebody's of `others`."""
    return rows_shown(viewer, overdue_records(viewer, today, but=tuple(but_forms), others=tuple(others)))


@scope.prepared_by_viewer
def overdue_records(viewer, today, *, but, others):
    late = (Record.state == "open", Record.due_on != "", Record.due_on < today)
    return select_shown(
        viewer, Record.due_on, *late, Record.key.not_in(but), Record.next_by.not_in(["", *others])
    )


def records_at_steps(viewer: scope.Viewer, keys: list[str], steps: list[str]) -> list[Record]:
    """Open records of these forms that stand at a step of these names, the longest there first."""
    return rows_shown(viewer, standing_at_steps(viewer, keys=tuple(keys), steps=tuple(steps))) if keys else []


@scope.prepared_by_viewer
def standing_at_steps(viewer, *, keys, steps):
    there = (Record.state == "open", Record.next_step.in_(steps), Record.key.in_(keys))
    return select_shown(viewer, Record.updated_at, *there)


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
    return followers_of_number(number)


@prepared
def followers_of_number(number):
    return Record.select().where(Record.follows == number, Record.in_force).order_by(Record.id)


def records_following_any(numbers: tuple[str, ...]) -> list[Record]:
    """As `records_following`, of many."""
    return list(followers_of_numbers(numbers)) if numbers else []


@prepared
def followers_of_numbers(numbers):
    return Record.select().where(one_of(Record.follows, numbers), Record.in_force).order_by(Record.id)


def numbers_opened_from(number: str) -> list[str]:
    """Numbers of all records that were opened from this one, whatever became of them."""
    return [opened for (opened,) in numbers_of_followers(number)]


@prepared
def numbers_of_followers(number):
    return Record.select(Record.number).where(Record.follows == number).order_by(Record.id).tuples()


def every_record_past_due(today: str) -> list[Record]:
    """Open records whose day was before `today` (ISO)."""
    late = (Record.due_on != "") & (Record.due_on < today)
    return list(Record.select().where(Record.state == "open", late).order_by(Record.id))


def records_unsigned(viewer: scope.Viewer) -> list[Record]:
    """Closed without the signature they should have, and nobody has looked at them since; newest first."""
    return rows_shown(viewer, closed_unsigned(viewer))


@scope.prepared_by_viewer
def closed_unsigned(viewer):
    closed = (Record.unsigned == True, Record.state == "closed")
    return select_shown(
        viewer, Record.dated_at.desc(), *closed, Record.superseded_by == "", ~lists.is_reviewed("")
    )


def count_unread(viewer: scope.Viewer, since: int, most: int) -> int:
    """Of a day since (UTC ms), closed, and not read by anybody; counting stops at `most`. The list's filters give the same."""
    return len(ids_of_unread(viewer, since, most))


@scope.prepared_by_viewer
def ids_of_unread(viewer, since, most):
    fresh = (Record.dated_at >= since, Record.state == "closed", lists.nobody_has_read())
    return Record.select(Record.id).where(scope.records(viewer), *fresh).limit(most).tuples()


FOLLOW_UP = "follow_up"


def records_to_follow_up(
    viewer: scope.Viewer, first: str, last: str, technician: int | None = None, client: int | None = None
) -> list[Record]:
    """Sheets whose clients are to be contacted again on a day from `first` to `last` (ISO), earliest first.

    `technician`: whose sheets; `client`: about whom.
    """
    only = (bool(technician), bool(client))
    return rows_shown(viewer, to_follow_up(viewer, first, last, technician, client, only=only))


@scope.prepared_by_viewer
def to_follow_up(viewer, first, last, technician, client, *, only):
    conditions = [*is_open_follow_up(), Record.follow_up_on >= first, Record.follow_up_on <= last]
    narrowed = zip(only, (Record.technician == technician, Record.client == client), strict=True)
    return select_shown(viewer, Record.follow_up_on, *conditions, *(each for on, each in narrowed if on))


def waits_for_follow_up(row: Record) -> bool:
    return bool(following_up(row.id))


@prepared
def following_up(record):
    return Record.select(Record.id).where(Record.id == record, *is_open_follow_up()).tuples()


def is_open_follow_up() -> tuple:
    """Conditions: a day was named, and nobody has said since that it is done, or gone on with a sheet of the form."""
    later = Record.alias()
    # Not by the index of forms: few sheets follow one, and of a form there are as many as there are sheets.
    same_form = fn.COALESCE(later.key, "") == Record.key
    same = (later.follows == Record.number, same_form, later.in_force)
    gone_on = later.select(later.id).where(*same)
    return Record.follow_up_on > "", Record.in_force, ~lists.is_reviewed(FOLLOW_UP), ~fn.EXISTS(gone_on)


DECISION = "decision"
DECISION_TOLD_FOR = 90 * clock.DAY_MS  # by the sheet's day: an answer nobody asks for any more is no task


def records_decided_for(viewer: scope.Viewer, keys: list[str]) -> list[Record]:
    """Sheets of these forms that the viewer began, that are over, and whose answer they have neither gone on from, nor
    given themselves, nor said that they saw; oldest first."""
    return rows_shown(viewer, decided_for(viewer, clock.now() - DECISION_TOLD_FOR, keys=tuple(keys)))


@scope.prepared_by_viewer
def decided_for(viewer, since, *, keys):
    me = scope.user_id_of(viewer)
    told = Review.select(Review.id).where(
        Review.record == Record.uuid, Review.settles == DECISION, Review.by == me
    )
    conditions = (
        Record.opened_by == me,
        Record.dated_at >= since,
        Record.state != "open",
        Record.key.in_(keys),
        ~fn.EXISTS(told),
        ~fn.EXISTS(own_last_word(me)),
    )
    return select_shown(viewer, Record.dated_at, *conditions)


def own_last_word(me):
    """Entries of the viewer behind the first step, or by which they ended the sheet."""
    first, later = Entry.alias(), Entry.alias()
    query = later.select(later.id).join(first, on=(first.record == later.record))
    own = (later.record == Record.uuid, later.actor == me, first.seq == 1)
    return query.where(*own, (later.step != first.step) | (later.outcome == "cancelled"))


def open_drafts_of(user: User) -> list[Draft]:
    """What this person has begun and can still finish, newest first."""
    return definitions.with_forms(open_drafts(user.id))


@prepared
def open_drafts(user):
    mine = (Draft.author == user, Draft.completed_at.is_null(), Draft.discarded_at.is_null())
    query = Draft.select().where(*mine, ~fn.EXISTS(has_moved_on()))
    return query.order_by(Draft.saved_at.desc()).limit(MOST_TASKS)


def has_moved_on():
    """The draft's record where it is over or stands at another step. What was never sealed has no row yet."""
    waits = (Record.state == "open") & (Record.next_step == Draft.step)
    return Record.select(Record.id).where(Record.uuid == Draft.record, ~waits)


def numbers_by_record(begun: list[Draft]) -> dict[str, str]:
    """Record uuid → number, of drafts of later steps."""
    return dict(numbers_of_records(tuple(draft.record for draft in begun)))


@prepared
def numbers_of_records(uuids):
    return Record.select(Record.uuid, Record.number).where(one_of(Record.uuid, uuids)).tuples()


def device_names_of_drafts(begun: list[Draft]) -> dict[int, str]:
    """Device id → name, of what the drafts were started from."""
    return dict(names_of_devices(tuple({draft.origin.get("device") for draft in begun} - {None})))


@prepared
def names_of_devices(ids):
    return Device.select(Device.id, Device.name).where(one_of(Device.id, ids)).tuples()
