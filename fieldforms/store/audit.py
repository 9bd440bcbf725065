"""Who did what when. A line stands beside each change, inside its transaction: of the register with what stood there before
and after; no answers of sheets, no passwords, PINs or tokens."""

from peewee import JOIN

from fieldforms.store import clock
from fieldforms.store.models import Audit, User
from fieldforms.store.prepared import insert, prepared


def record_action(actor, action: str, ref: str = "", **detail) -> None:
    """`actor`: User, user id or None for somebody without an account."""
    insert(Audit, at=clock.now(), actor=actor, action=action, ref=ref, detail=detail)


def latest_lines_about(action: str, ref: str, most: int = 20) -> list[Audit]:
    """The newest lines of an action about something, newest first, of the last month: older ones are no news."""
    query = Audit.select().where(Audit.at >= clock.now() - 31 * clock.DAY_MS, Audit.ref == ref)
    return list(query.where(Audit.action == action).order_by(Audit.id.desc()).limit(most))


def refs_of_actions(*actions: str) -> set[tuple[str, str]]:
    """(action, ref) of all that was done of these actions."""
    return set(Audit.select(Audit.action, Audit.ref).where(Audit.action.in_(actions)).distinct().tuples())


def last_line_about(ref: str, *actions: str) -> Audit | None:
    """The newest line of these actions about something."""
    query = Audit.select().where(Audit.ref == ref, Audit.action.in_(actions))
    return query.order_by(Audit.id.desc()).first()


def lines_about_since(action: str, ref: str, since: int) -> list[Audit]:
    """The lines of an action about something from then on (UTC ms)."""
    return lines_since(since, action, ref)


@prepared
def lines_since(since, action, ref):
    return Audit.select().where(Audit.at >= since, Audit.ref == ref, Audit.action == action)


@prepared
def lines_before(before, action, ref, most):
    """The newest lines of an action about something until then (UTC ms), newest first, each with who it was."""
    query = Audit.select(Audit, User).join(User, JOIN.LEFT_OUTER, on=(Audit.actor == User.id))
    query = query.where(Audit.ref == ref, Audit.action == action, Audit.at < before)
    return query.order_by(Audit.at.desc(), Audit.id.desc()).limit(most)
