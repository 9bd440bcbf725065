"""People: who may see and change whom, their phones, and one's own password before a change."""

import re

import pytest

from fieldforms.flow.people import sessions
from fieldforms.store import clock
from fieldforms.store.models import Assignment, Audit, Link, Session, User
from fieldforms.store.people import accounts
from tests.people import PASSWORD, csrf, post_opened
from tests.web.people.hands import post, sign_in

NEW = {
    "login": "luo",
    "name": "罗建",
    "role": "technician",
    "phone": "138 0571 0100",
    "language": "en",
    "password": "a much longer horse",
    "own_password": PASSWORD,
}


@pytest.fixture
def admin(world):
    return world.browser("admin", phone=False)


def id_of(world, login) -> int:
    return world.users[login].id


def audited() -> list[str]:
    return [row.action for row in Audit.select().order_by(Audit.id)]


# Seeing


@pytest.mark.parametrize("who", ["sunmin", "gao", "admin"])
def test_leads_see_the_people(world, who):
    text = world.browser(who).get("/people").text
    assert "陈志远" in text and "政务中心" in text and "已停用" in text
    assert text.index("周海燕") < text.index("李华"), "who is disabled comes last"


@pytest.mark.parametrize("url", ["/people", "/people/1", "/people/1/clients"])
def test_the_others_do_not(world, url):
    assert world.browser().get(url).status_code == 401
    for who in ("chen", "shen", "wangjing"):
        assert world.browser(who).get(url).status_code == 403


@pytest.mark.parametrize(
    ("end", "who"),
    [
        ("new", ["sunmin", "gao", "chen"]),
        ("1/edit", ["sunmin", "gao", "chen"]),
        ("1/password", ["sunmin", "gao", "chen"]),
        ("1/disabling", ["sunmin", "gao", "chen"]),
        ("1/invitation", ["sunmin", "shen", "chen"]),
        ("1/phones/1/revocation", ["sunmin", "chen"]),
    ],
)
def test_only_admins_change_accounts_and_only_leads_invite_phones(world, end, who):
    for login in who:
        assert post(world.browser(login), f"/people/{end}", own_password=PASSWORD).status_code == 403


@pytest.mark.parametrize("id", [0, 999_999, 2**31, 10**30])
def test_nobody_of_that_number(admin, id):
    for end in ("", "/edit", "/password", "/disabling", "/invitation"):
        assert admin.get(f"/people/{id}{end}").status_code == 404


def test_a_person_shows_their_clients_and_phones(world, admin):
    world.browser("chen")
    text = admin.get(f"/people/{id_of(world, 'chen')}").text
    assert "市政务服务中心" in text and "Android" in text and "新手机" in text
    assert "文澜大学" not in text


def test_a_dispatcher_sees_no_phones(world):
    world.browser("chen")
    text = world.browser("sunmin").get(f"/people/{id_of(world, 'chen')}").text
    assert "Android" not in text and "新手机" not in text and "分配客户" in text


# Adding and changing


def test_an_admin_adds_a_person_who_signs_in(world, admin):
    answer = post(admin, "/people/new", **NEW)
    assert answer.status_code == 303
    luo = accounts.by_login("luo")
    assert (luo.name, luo.role, luo.language, luo.confidential) == ("罗建", "technician", "en", False)
    assert answer.location == f"/people/{luo.id}"
    assert sign_in(world.browser(), "luo", NEW["password"]).status_code == 303
    assert "user.add" in audited()


@pytest.mark.parametrize(
    ("change", "anchor"),
    [
        ({"login": ""}, "login"),
        ({"login": "CHEN"}, "login"),
        ({"name": " "}, "name"),
        ({"role": ""}, "role"),
        ({"role": "king"}, "role"),
        ({"password": ""}, "password"),
        ({"password": "short"}, "password"),
        ({"own_password": ""}, "own_password"),
        ({"own_password": "wrong"}, "own_password"),
    ],
)
def test_a_person_that_cannot_be_added_is_refused_beside_the_field(world, admin, change, anchor):
    answer = post(admin, "/people/new", **NEW | change)
    assert answer.status_code == 422
    assert f'href="#f-{anchor}"' in answer.text
    assert NEW["password"] not in answer.text and PASSWORD not in answer.text
    assert change.get("name") or 'value="罗建"' in answer.text or anchor == "name"
    assert User.select().count() == len(world.users)


def test_control_characters_never_reach_the_database(world, admin):
    assert post(admin, "/people/new", **NEW | {"login": "l\x00uo", "name": "罗\x00建\n"}).status_code == 303
    assert accounts.by_login("luo").name == "罗建"


def test_an_admin_changes_a_person(world, admin):
    id = id_of(world, "chen")
    data = {
        "name": "陈远",
        "role": "dispatcher",
        "language": "en",
        "confidential": "1",
        "own_password": PASSWORD,
    }
    assert post_opened(admin, f"/people/{id}/edit", **data).status_code == 303
    chen = accounts.by_id(id)
    assert (chen.name, chen.role, chen.language, chen.confidential) == ("陈远", "dispatcher", "en", True)
    line = Audit.get(Audit.action == "user.edit")
    assert line.detail == {
        "fields": ["confidential", "language", "name", "role"],
        "before": {"confidential": False, "language": "zh", "name": "陈志远", "role": "technician"},
        "after": {"confidential": True, "language": "en", "name": "陈远", "role": "dispatcher"},
    }


def test_a_new_role_holds_at_the_persons_next_request(world, admin):
    gao = world.browser("gao")
    assert gao.get("/people").status_code == 200
    post_opened(
        admin, f"/people/{id_of(world, 'gao')}/edit", name="高建国", role="technician", own_password=PASSWORD
    )
    assert gao.get("/people").status_code == 403


def test_an_admin_stays_admin(world, admin):
    id = id_of(world, "admin")
    assert 'name="role"' not in admin.get(f"/people/{id}/edit").text
    post_opened(admin, f"/people/{id}/edit", name="管理员", role="technician", own_password=PASSWORD)
    assert accounts.by_id(id).role == "admin"


@pytest.mark.parametrize("end", ["edit", "password", "disabling"])
def test_nothing_changes_without_ones_own_password(world, admin, end):
    id = id_of(world, "chen")
    before = User.select().where(User.id == id).dicts().get()
    data = {"name": "X", "role": "admin", "password": "a much longer horse", "disabled": "1"}
    for own in ("", "wrong"):
        answer = post(admin, f"/people/{id}/{end}", own_password=own, **data)
        assert answer.status_code == 422 and 'href="#f-own_password"' in answer.text
    assert User.select().where(User.id == id).dicts().get() == before


def test_ones_own_password_cannot_be_tried_at_will(world, admin):
    url = f"/people/{id_of(world, 'chen')}/disabling"
    for _ in range(sessions.TRIES):
        post(admin, url, own_password="wrong", disabled="1")
    answer = post(admin, url, own_password=PASSWORD, disabled="1")
    assert answer.status_code == 429 and answer.headers["Retry-After"]


def test_somebody_disabled_is_out_for_good(world, admin):
    chen, id = world.browser("chen"), id_of(world, "chen")
    assert post(admin, f"/people/{id}/disabling", own_password=PASSWORD, disabled="1").status_code == 303
    assert chen.get("/account").status_code == 401
    assert sign_in(world.browser()).status_code == 422
    assert post(admin, f"/people/{id}/disabling", own_password=PASSWORD, disabled="").status_code == 303
    assert chen.get("/account").status_code == 401, "a phone lost meanwhile does not come back to life"
    assert sign_in(world.browser()).status_code == 303
    assert audited()[-3:] == ["user.disable", "session.refused", "user.enable"] or "user.enable" in audited()


def test_nobody_disables_themselves(world, admin):
    id = id_of(world, "admin")
    assert post(admin, f"/people/{id}/disabling", own_password=PASSWORD, disabled="1").status_code == 404
    assert accounts.by_id(id).disabled_at is None


def test_a_reset_password_works_and_ends_every_session(world, admin):
    chen, id = world.browser("chen"), id_of(world, "chen")
    answer = post(admin, f"/people/{id}/password", own_password=PASSWORD, password="a much longer horse")
    assert answer.status_code == 303
    assert chen.get("/account").status_code == 401
    assert sign_in(world.browser(), password="a much longer horse").status_code == 303


def test_a_poor_password_is_refused(world, admin):
    answer = post(
        admin, f"/people/{id_of(world, 'chen')}/password", own_password=PASSWORD, password="1234567890"
    )
    assert answer.status_code == 422 and 'href="#f-password"' in answer.text


# Clients


@pytest.mark.parametrize("who", ["sunmin", "gao", "admin"])
def test_leads_say_whom_a_technician_serves(world, who):
    id, office, university = id_of(world, "chen"), world.office.client.id, world.university.client.id
    browser = world.browser(who, confirmed=True)
    assert re.search(rf'value="{office}" checked', browser.get(f"/people/{id}/clients").text)
    assert post_opened(browser, f"/people/{id}/clients", client=[str(university)]).status_code == 303
    assert [client.id for client in accounts.clients_of(world.users["chen"])] == [university]
    ended = Assignment.get(Assignment.user == id, Assignment.client == office)
    assert ended.until, "history stays"


def test_serving_nobody_is_possible(world):
    id = id_of(world, "chen")
    assert post_opened(world.browser("gao", confirmed=True), f"/people/{id}/clients").status_code == 303
    assert accounts.clients_of(world.users["chen"]) == []


@pytest.mark.parametrize("client", ["999999", "-1", "x", "1; DROP", str(10**30), "²"])
def test_clients_that_are_none_are_refused(world, client):
    answer = post(world.browser("gao"), f"/people/{id_of(world, 'chen')}/clients", client=client)
    assert answer.status_code == 404
    assert len(accounts.clients_of(world.users["chen"])) == 1


def test_only_technicians_are_assigned(world):
    assert world.browser("admin").get(f"/people/{id_of(world, 'gao')}/clients").status_code == 404


# New phones


def invitation(browser, id, own_password=PASSWORD):
    return post(browser, f"/people/{id}/invitation", own_password=own_password)


@pytest.mark.parametrize("who", ["gao", "admin"])
def test_a_code_for_a_technicians_new_phone(world, who):
    answer = invitation(world.browser(who), id_of(world, "chen"))
    assert answer.status_code == 201 and answer.headers["Cache-Control"] == "no-store"
    assert "<svg" in answer.text and "15 分钟" in answer.text
    token = re.search(r'value="https://ff.example.cn/e/([^"]+)"', answer.text).group(1)
    phone = world.browser()
    page = phone.get(f"/e/{token}").text
    assert "陈志远" in page
    assert phone.post(f"/e/{token}", data={"csrf_token": csrf(page), "pin": "274915"}).status_code == 303
    assert Audit.get(Audit.action == "phone.enrol").detail == {"invited_by": id_of(world, who)}


def test_a_code_asks_for_ones_own_password(world):
    answer = invitation(world.browser("gao"), id_of(world, "chen"), "wrong")
    assert answer.status_code == 422 and Link.select().count() == 0


@pytest.mark.parametrize("login", ["admin", "shen", "wangjing", "lihua"])
def test_a_supervisor_cannot_become_somebody_who_sees_more(world, login):
    gao = world.browser("gao")
    id = id_of(world, login)
    assert "新手机" not in gao.get(f"/people/{id}").text
    assert gao.get(f"/people/{id}/invitation").status_code == 404
    assert invitation(gao, id).status_code == 404
    assert Link.select().count() == 0


def test_a_supervisor_without_the_permission_cannot_become_somebody_with_it(world):
    User.update(confidential=True).where(User.login == "chen").execute()
    assert invitation(world.browser("gao"), id_of(world, "chen")).status_code == 404
    User.update(confidential=True).where(User.login == "gao").execute()
    assert invitation(world.browser("gao"), id_of(world, "chen")).status_code == 201


# Lost phones


@pytest.mark.parametrize("who", ["gao", "admin"])
def test_a_lost_phone_is_put_out_by_a_lead(world, who):
    lost, id = world.browser("chen"), id_of(world, "chen")
    lead = world.browser(who, confirmed=True)
    assert post(lead, f"/people/{id}/phones/{lost.session_row.id}/revocation").status_code == 303
    assert lost.get("/account").status_code == 401
    assert "session.revoke" in audited()


def test_a_phone_is_only_found_with_its_person(world):
    lost = world.browser("chen")
    for id, phone in (
        (id_of(world, "zhou"), lost.session_row.id),
        (id_of(world, "chen"), 10**30),
        (10**30, 1),
    ):
        assert post(world.browser("gao"), f"/people/{id}/phones/{phone}/revocation").status_code == 404
    assert Session.get_by_id(lost.session_row.id).revoked_at is None


def test_a_phone_that_ran_out_is_no_longer_listed(world):
    old, id = world.browser("chen"), id_of(world, "chen")
    Session.update(seen_at=clock.now() - 31 * clock.DAY_MS).where(Session.id == old.session_row.id).execute()
    assert "/revocation" not in world.browser("gao").get(f"/people/{id}").text
