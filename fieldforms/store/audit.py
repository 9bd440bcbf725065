"""Who did what when. A line stands beside each change, inside its transaction; no values of fields, no tokens."""

from fieldforms.store import clock
from fieldforms.store.models import Audit
from fieldforms.store.prepared import insert


def record(actor, action: str, ref: str = "", **detail) -> None:
    """`actor`: User, user id or None for somebody without an account."""
    insert(Audit, at=clock.now(), actor=actor, action=action, ref=ref, detail=detail)


def lines_about(ref: str) -> list[Audit]:
    return list(Audit.select().where(Audit.ref == ref).order_by(Audit.id))


def refs_of_actions(*actions: str) -> set[tuple[str, str]]:
    """(action, ref) of all that was done of these actions."""
    return set(Audit.select(Audit.action, Audit.ref).where(Audit.action.in_(actions)).distinct().tuples())


def last_line_about(ref: str, *actions: str) -> Audit | None:
    """The newest line of these actions about something."""
    query = Audit.select().where(Audit.ref == ref, Audit.action.in_(actions))
    return query.order_by(Audit.id.desc()).first()
