"""People: adding, changing and disabling them, their passwords, and whom they serve."""

from collections.abc import Collection

from fieldforms import i18n
from fieldforms.errors import N_, NameTaken, NotAllowed, NotFound, WeakSecret
from fieldforms.flow import form_changes
from fieldforms.flow.form_changes import Shown
from fieldforms.flow.form_input import ChoiceInput, FlagInput, Input, TextInput
from fieldforms.flow.people import passwords
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.people.sessions import confirm_password
from fieldforms.flow.shaped_inputs import CodeInput, PhoneInput
from fieldforms.store import audit, clock, scope
from fieldforms.store.completing import links
from fieldforms.store.database import transaction
from fieldforms.store.models import Session, User
from fieldforms.store.people import accounts, sessions
from fieldforms.store.register import clients

ROLE_NAMES = {
    "technician": N_("技术员"),
    "dispatcher": N_("调度员"),
    "supervisor": N_("主管"),
    "manager": N_("副总经理"),
    "hr": N_("人事行政"),
    "admin": N_("管理员"),
}


def add_user(actor: Actor | None, login: str, name: str, role: str, password: str, **rest) -> User:
    """`actor` None: the command line. `rest`: phone, language, confidential. Raises NameTaken, WeakSecret."""
    if actor:
        actor.needs("admin")
    login, name = passwords.normalise_width(login).strip(), name.strip()
    if not login or not name or role not in ROLE_NAMES:
        raise WeakSecret(why=N_("请填写用户名、姓名和角色"))
    if accounts.by_login(login):
        raise NameTaken
    kept = hash_or_refuse(password, login)
    with transaction():
        user = accounts.create_account(login=login, name=name, role=role, password=kept, **rest)
        audit.record_action(actor.user_id if actor else None, "user.add", login)
        return user


USER_INPUTS: dict[str, Input] = {
    "name": TextInput(N_("姓名"), 60, needed=True),
    "role": ChoiceInput(N_("角色"), ROLE_NAMES),
    "phone": PhoneInput(N_("电话"), 40),
    "language": ChoiceInput(N_("语言"), i18n.LANGUAGE_NAMES),
    "confidential": FlagInput(N_("可以看涉密会议室的单据")),
}

TYPED_INPUTS = {
    "login": CodeInput(N_("用户名"), 40),
    **{name: USER_INPUTS[name] for name in ("name", "phone")},
}


def edit_user(actor: Actor, user_id: int, shown: Shown = None, **values) -> User:
    """`values`: of USER_INPUTS. One's own role stays: the last admin can't be lost.

    Raises NotFound, NotAllowed, ChangedMeanwhile.
    """
    actor.needs("admin")
    user = user_by_id(user_id)
    if values.get("role", user.role) not in ROLE_NAMES or values.get("language", "zh") not in i18n.LANGUAGES:
        raise NotAllowed
    with transaction():
        user = form_changes.row_as_it_stands(user)
        changed = form_changes.changes_of_form(
            {name: USER_INPUTS[name] for name in values},
            user.__data__,
            values,
            shown,
            ("user.edit", user.login),
        )
        if "role" in changed.get("fields", ()) and user.id == actor.user_id:
            raise NotAllowed
        if changed:
            accounts.change_account(user, **values)
            audit.record_action(actor.user_id, "user.edit", user.login, **changed)
    return user_by_id(user_id)


def user_by_id(user_id: int) -> User:
    """Raises NotFound."""
    user = accounts.by_id(user_id)
    if user is None:
        raise NotFound
    return user


def hash_or_refuse(password: str, login: str) -> str:
    try:
        return passwords.hash_password(password, login)
    except passwords.WeakPassword as error:
        raise WeakSecret(why=error.sentence) from error


def change_password(session: Session, old: str, new: str) -> None:
    """Needs the old one, and signs out every other device. Raises WrongPassword, TooManyTries, WeakSecret."""
    user = session.user
    confirm_password(session, old)
    kept = hash_or_refuse(new, user.login)
    with transaction():
        accounts.change_account(user, password=kept)
        end_sessions_and_invitations(user, but=session)
        audit.record_action(user.id, "user.password", user.login)


def end_sessions_and_invitations(user: User, but: Session | None = None) -> None:
    """End the person's sessions and invitations: whoever knew the old secret is out."""
    sessions.end_all(user, but)
    links.revoke_invitations(user)


def set_language(user: User, lang: str) -> None:
    with transaction():
        accounts.change_account(user, language=lang)


def set_disabled(actor: Actor, user_id: int, disabled: bool) -> User:
    """Disabling ends every session at its next request, for good; what the person did stays.

    Raises NotFound, NotAllowed for oneself.
    """
    actor.needs("admin")
    user = user_by_id(user_id)
    if user.id == actor.user_id:
        raise NotAllowed
    with transaction():
        accounts.change_account(user, disabled_at=clock.now() if disabled else None)
        if disabled:
            end_sessions_and_invitations(user)
        audit.record_action(actor.user_id, "user.disable" if disabled else "user.enable", user.login)
    return user


def reset_password(actor: Actor, user_id: int, password: str) -> User:
    """A new password typed by an admin; the person is signed out everywhere. Raises NotFound, WeakSecret."""
    actor.needs("admin")
    user = user_by_id(user_id)
    kept = hash_or_refuse(password, user.login)
    with transaction():
        accounts.change_account(user, password=kept)
        end_sessions_and_invitations(user, but=sessions.by_id(actor.session_id))
        audit.record_action(actor.user_id, "user.reset", user.login)
    return user


def assign_clients(
    actor: Actor | None, user: User, client_ids: Collection[int], shown: Shown = None
) -> set[int]:
    """The clients this person serves from now on; ended assignments stay as history. Gives those that are left.

    Raises NotFound, ChangedMeanwhile.
    """
    if actor:
        actor.needs("admin", "supervisor", "dispatcher")
    if not set(client_ids) <= {client.id for client in clients.seen_by(scope.SYSTEM)}:
        raise NotFound
    with transaction():
        return change_clients_served(actor.user_id if actor else None, user, client_ids, shown)


def change_clients_served(
    actor_id: int | None, user: User, client_ids: Collection[int], shown: Shown = None
) -> set[int]:
    """As `assign_clients`, whoever does it. Call inside a transaction. Each client is a field by itself, as each has its
    box: two people may tick different ones."""
    user = form_changes.row_as_it_stands(user)
    everyone = clients.seen_by(scope.SYSTEM)
    served = {client.id for client in accounts.clients_of(user)}
    before, after = (
        {str(client.id): client.id in chosen for client in everyone} for chosen in (served, client_ids)
    )
    table = {str(client.id): FlagInput(client.short_name) for client in everyone}
    changed = form_changes.changes_of_form(table, before, after, shown, ("user.assign", user.login))
    if changed:
        accounts.serve_clients(user, set(client_ids))
        audit.record_action(actor_id, "user.assign", user.login, clients=sorted(client_ids), **changed)
    return served - set(client_ids)
