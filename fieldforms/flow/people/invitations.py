"""Invitations: a code that signs a new phone in as one person, once, within minutes."""

from fieldforms.errors import N_, LinkDead, NotAllowed, NotFound
from fieldforms.flow.people import second_factors, tries
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.people.sessions import hashed_pin
from fieldforms.store import audit, clock
from fieldforms.store.completing import links
from fieldforms.store.database import transaction
from fieldforms.store.models import Link, Session, User
from fieldforms.store.people import accounts, sessions

LIFETIME = 15 * clock.MINUTE
SHEET_LIFETIME = 3 * clock.DAY_MS  # of a code that is printed and handed out
LED = frozenset({"technician", "dispatcher"})  # whose phones a supervisor may invite: nobody with more to see


def invite_user(actor: Actor, user_id: int) -> str:
    """A one-time token that signs a new phone in as this person; shown as a QR code for 15 minutes.

    The ones shown before die. Raises NotFound, NotAllowed.
    """
    actor.needs("supervisor", "admin")
    user = accounts.by_id(user_id)
    if user is None or user.disabled_at:
        raise NotFound
    if not may_invite(actor, user):
        raise NotAllowed
    with transaction():
        links.revoke_invitations(user)
        _link, token = links.create_link("enrol", LIFETIME, user=user.id, created_by=actor.user_id)
        audit.record_action(actor.user_id, "phone.invite", user.login)
        return token


def invite_on_sheet(actor: Actor, user_ids: list[int]) -> list[tuple[User, str]]:
    """(person, one-time token) of those who have never signed in, to be printed and handed out within SHEET_LIFETIME.

    The ones made before die. Raises NotAllowed.
    """
    actor.needs("admin")
    seen = sessions.last_seen()
    people = [user for user in map(accounts.by_id, user_ids) if user and user.id not in seen]
    made = []
    with transaction():
        for user in people:
            if may_invite(actor, user):
                links.revoke_invitations(user)
                _link, token = links.create_link(
                    "enrol", SHEET_LIFETIME, user=user.id, created_by=actor.user_id
                )
                audit.record_action(actor.user_id, "phone.invite", user.login)
                made.append((user, token))
    return made


def may_invite(actor: Actor, user: User) -> bool:
    """Whoever holds the code becomes this person: a supervisor must not reach further by it than they may already."""
    if actor.user is None or user.disabled_at:
        return False
    if actor.user.role == "admin" or actor.user_id == user.id:
        return actor.user.role in ("admin", "supervisor")
    sees_more = user.confidential and not actor.user.confidential
    return actor.user.role == "supervisor" and user.role in LED and not sees_more


def by_token(token: str, address: str) -> Link:
    """The live invitation of a token; looking consumes nothing. Raises LinkDead, NotFound, TooManyTries."""
    with tries.guarding_lookup("enrol", address):
        link = links.get_link(token)
        if link is None or link.purpose != "enrol":
            raise NotFound
    refuse_dead_invitation(link)
    return link


def accept_invitation(token: str, pin: str, device: str, address: str) -> tuple[Session, str]:
    """Use an invitation once: a session on this phone, with its PIN. Raises LinkDead, NotFound, WeakSecret."""
    by_token(token, address)
    kept = hashed_pin(pin)
    with transaction():
        link = links.for_use(token)
        if link is None:
            raise NotFound
        refuse_dead_invitation(link)
        links.mark_used(link)
        session, cookie = sessions.begin_session(link.user, device, True, address)
        second_factors.ask_for_second_factor(link.user)
        sessions.give_pin(session, kept)
        audit.record_action(link.user_id, "phone.enrol", str(session.id), invited_by=link.created_by_id)
        return session, cookie


def refuse_dead_invitation(link) -> None:
    """Fails closed: a clock that jumped back does not revive a used link."""
    if link.used_at:
        raise LinkDead(why=N_("已经用过"))
    if link.revoked_at or link.user.disabled_at:
        raise LinkDead(why=N_("已被收回"))
    if not links.is_current(link):
        raise LinkDead(why=N_("已过期"))
