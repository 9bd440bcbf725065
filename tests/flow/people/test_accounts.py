"""The rules of accounts that no page shows by itself."""

import pytest

from fieldforms.errors import NameTaken, NotAllowed, NotFound, WeakSecret
from fieldforms.flow.people import invitations, sessions
from fieldforms.flow.people.accounts import add_user, assign_clients, edit_user, reset_password, set_disabled
from fieldforms.store import database
from fieldforms.store.models import Audit, User
from fieldforms.store.people import accounts


def test_a_name_is_taken_whatever_its_case_and_width(world):
    for login in ("chen", "CHEN", " Ｃhen "):
        with pytest.raises(NameTaken):
            add_user(None, login, "又一个", "technician", "a much longer horse")


def test_the_database_has_the_last_word_on_names(world):
    with pytest.raises(NameTaken), database.transaction():
        accounts.create_account(login="chen", name="又一个", role="technician", password="x")


@pytest.mark.parametrize(
    ("login", "name", "role"), [("", "x", "admin"), ("x", "", "admin"), ("x", "x", "king")]
)
def test_half_a_person_is_none(world, login, name, role):
    with pytest.raises(WeakSecret):
        add_user(None, login, name, role, "a much longer horse")


@pytest.mark.parametrize("who", ["chen", "sunmin", "gao", "shen", "wangjing"])
def test_accounts_are_the_admins(world, who):
    actor, id = world.actor(who), world.users["zhou"].id
    for refused in (
        lambda: add_user(actor, "x", "x", "technician", "a much longer horse"),
        lambda: edit_user(actor, id, role="admin"),
        lambda: set_disabled(actor, id, True),
        lambda: reset_password(actor, id, "a much longer horse"),
    ):
        with pytest.raises(NotAllowed):
            refused()


def test_nobody_takes_away_their_own_admin_role_or_account(world):
    admin, id = world.actor("admin"), world.users["admin"].id
    with pytest.raises(NotAllowed):
        edit_user(admin, id, role="technician")
    with pytest.raises(NotAllowed):
        set_disabled(admin, id, True)


@pytest.mark.parametrize("values", [{"role": "king"}, {"language": "fr"}])
def test_a_role_or_language_that_is_none_is_refused(world, values):
    with pytest.raises(NotAllowed):
        edit_user(world.actor("admin"), world.users["chen"].id, **values)


def test_what_did_not_change_is_not_written_down(world):
    edit_user(world.actor("admin"), world.users["chen"].id, name="陈志远", role="technician")
    assert Audit.select().where(Audit.action == "user.edit").count() == 0


def test_nobody_of_that_number(world):
    admin = world.actor("admin")
    for refused in (
        lambda: edit_user(admin, 999, name="x"),
        lambda: set_disabled(admin, 999, True),
        lambda: reset_password(admin, 999, "a much longer horse"),
        lambda: invitations.invite_user(admin, 999),
        lambda: sessions.revoke_session(admin, 999),
        lambda: assign_clients(admin, world.users["chen"], [999]),
    ):
        with pytest.raises(NotFound):
            refused()


@pytest.mark.parametrize(
    ("who", "whom", "may"),
    [
        ("admin", "admin", True),
        ("admin", "gao", True),
        ("admin", "lihua", False),
        ("gao", "chen", True),
        ("gao", "sunmin", True),
        ("gao", "gao", True),
        ("gao", "shen", False),
        ("gao", "admin", False),
        ("sunmin", "chen", False),
        ("chen", "chen", False),
    ],
)
def test_who_may_invite_whose_phone(world, who, whom, may):
    user = User.get(User.login == whom)
    assert invitations.may_invite(world.actor(who), user) is may
