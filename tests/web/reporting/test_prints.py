"""Many sheets are printed beside the serving: one is told how far it is, may stop it, and has the file for an hour."""

import re

import pytest

from fieldforms.flow.errands.errands import ERRANDS
from fieldforms.flow.jobs import jobs
from fieldforms.flow.reporting import exports, prints
from fieldforms.store import clock
from fieldforms.store.models import Audit, User
from fieldforms.store.reporting import prints as kept
from tests.people import csrf
from tests.web.sheets.hands import exporter, pdf_text


@pytest.fixture
def many(world, monkeypatch) -> list[str]:
    monkeypatch.setattr(prints, "FEW", 1)
    return [world.signed_sheet().number for _ in range(3)]


def begun(browser) -> str:
    """The address of the page that tells how far it is."""
    page = browser.get("/records?state=closed").text
    form = re.search(r'action="(/prints[^"]*)".*?name="uuid" value="([^"]+)"', page, re.DOTALL)
    answer = browser.post(form[1].replace("&amp;", "&"), data={"csrf_token": csrf(page), "uuid": form[2]})
    assert answer.status_code == 303
    return answer.location


def work() -> None:
    while jobs.do_next(ERRANDS):
        pass


def test_many_sheets_are_printed_beside_and_the_page_leads_to_the_file(world, many, tmp_path):
    gao = exporter(world)
    address = begun(gao)
    part = piece(gao, address)
    assert "马上开始" in part and "<form" not in part, "what is pressed stays"
    assert "马上开始" in gao.get(address).text and kept.get_print(uuid_in(address)).numbers == tuple(
        many[::-1]
    )
    work()
    page = gao.get(address).text
    assert "3 张单据可以打印了" in page
    answer = gao.get(f"/prints/{uuid_in(address)}.pdf")
    printed = pdf_text(answer.data, tmp_path)
    assert answer.mimetype == "application/pdf" and all(number in printed for number in many)
    assert Audit.get(Audit.action == "records.print").detail == {"rows": 3}


def piece(browser, address: str) -> str:
    """What the page fetches again and again."""
    answer = browser.get(address, headers={"HX-Request": "true", "HX-Request-Type": "partial"})
    assert answer.status_code == 200
    return answer.text


def uuid_in(address: str) -> str:
    return re.search(r"/prints/([0-9a-f-]{36})", address)[1]


def test_one_sees_how_far_it_is_and_what_is_stopped_in_the_middle_leaves_nothing(world, many, monkeypatch):
    gao, seen = exporter(world), []
    address = begun(gao)
    add = exports.DrawnSheets.add

    def add_and_look(drawn, number):
        seen.append(re.search(r"<p role=\"status\">([^<]*)</p>", gao.get(address).text)[1])
        if len(seen) == 3:
            token = csrf(gao.get("/account").text)
            assert gao.post(f"/prints/{uuid_in(address)}/stop", data={"csrf_token": token}).status_code == 303
        add(drawn, number)

    monkeypatch.setattr(exports.DrawnSheets, "add", add_and_look)
    work()
    assert seen == ["马上开始。", "1 / 3 张", "2 / 3 张"]
    assert gao.get(address).status_code == 404 and not list(kept.files_there())
    gone = piece(gao, address)
    assert "这份打印已经不在了" in gone and 'href="/records?state=closed"' in gone
    assert "hx-get" not in gone, "it asks no more"
    assert not Audit.select().where(Audit.action == "records.print").exists()


def test_it_is_nobody_elses_and_goes_after_an_hour(world, many):
    address = begun(exporter(world))
    work()
    shen, uuid = exporter(world, "shen"), uuid_in(address)
    token = {"csrf_token": csrf(shen.get("/account").text)}
    for said in (
        shen.get(address),
        shen.get(f"/prints/{uuid}.pdf"),
        shen.post(f"/prints/{uuid}/stop", data=token),
    ):
        assert said.status_code == 404
    assert uuid not in piece(shen, address)
    with clock.pretend_now(clock.now() + 2 * clock.HOUR):
        ERRANDS["forget"].do({})
    assert not list(kept.files_there())


def test_after_its_hour_it_is_refused_though_nobody_has_tidied_up(world, many):
    gao = exporter(world)
    address = begun(gao)
    work()
    file = f"/prints/{uuid_in(address)}.pdf"
    with clock.pretend_now(clock.now() + clock.HOUR - clock.MINUTE):
        assert exporter(world).get(file).status_code == 200
    with clock.pretend_now(clock.now() + clock.HOUR + clock.MINUTE):
        assert exporter(world).get(file).status_code == 404


def test_a_print_that_fails_says_so_asks_again_and_is_drawn_anew(world, many, monkeypatch):
    gao, seen = exporter(world), []
    address = begun(gao)
    with monkeypatch.context() as broken:
        broken.setattr(exports.DrawnSheets, "as_pdf", lambda drawn: 1 / 0)
        work()
    failed = piece(gao, address)
    assert "没有打印成" in failed and 'hx-trigger="every 10s"' in failed and ">刷新</a>" in failed
    add = exports.DrawnSheets.add

    def look_and_add(drawn, number):
        seen.append(kept.get_print(uuid_in(address)))
        add(drawn, number)

    monkeypatch.setattr(exports.DrawnSheets, "add", look_and_add)
    with clock.pretend_now(clock.now() + 2 * clock.MINUTE):
        work()
    assert [(said.at, said.failed) for said in seen] == [(0, False), (1, False), (2, False)]
    assert "3 张单据可以打印了" in gao.get(address).text


def test_one_that_fails_again_and_again_is_over_an_hour_after_it_was_asked_for(world, many, monkeypatch):
    gao = exporter(world)
    address, asked = begun(gao), clock.now()
    monkeypatch.setattr(exports.DrawnSheets, "add", fails)
    for minutes in (0, 30, 59):
        with clock.pretend_now(asked + minutes * clock.MINUTE):
            work()
            assert "没有打印成" in gao.get(address).text
    with clock.pretend_now(asked + clock.HOUR + clock.MINUTE):
        assert "这份打印已经不在了" in piece(gao, address)
        monkeypatch.undo()
        work()
        assert "这份打印已经不在了" in piece(gao, address) and not kept.get_print(uuid_in(address))


def fails(*_args):
    raise OSError("no such printer")


def test_what_is_told_of_a_stopped_print_makes_none(world, many):
    asked = kept.get_print(uuid_in(begun(exporter(world))))
    kept.forget_print(asked.uuid)
    assert not kept.say_how_far(asked) and not list(kept.files_there())


@pytest.mark.parametrize(
    ("back", "place"),
    [
        ("state=closed&q=%E7%94%B2", "/records?state=closed&q=%E7%94%B2"),
        ("", "/records"),
        ("//evil.example/", "/records"),
        ("q=a\r\nSet-Cookie: b=c&_external=1", "/records?q=a%0D%0ASet-Cookie%3A+b%3Dc&_external=1"),
    ],
)
def test_who_prints_no_more_is_back_at_the_list_they_came_from(world, many, back, place):
    gao = exporter(world)
    address = begun(gao)
    assert '<input type="hidden" name="back" value="state=closed">' in gao.get(address).text
    body = {"csrf_token": csrf(gao.get("/account").text), "back": back}
    assert gao.post(f"/prints/{uuid_in(address)}/stop", data=body).location == place


def test_it_is_asked_for_with_ones_password_and_begun_once(world, many):
    gao = world.browser("gao")
    page = gao.get("/records").text
    body = {"csrf_token": csrf(page), "uuid": "0a7e7c1e-52f0-4a31-9a44-0d6a6d0f6f10"}
    assert "密码" in gao.post("/prints", data=body).text and not list(kept.files_there())
    gao = exporter(world)
    body["csrf_token"] = csrf(gao.get("/account").text)
    assert {gao.post("/prints", data=body).location for _ in range(2)} == {f"/prints/{body['uuid']}?back="}
    assert len(list(kept.files_there())) == 1
    assert (
        gao.post("/prints?state=cancelled", data=body | {"uuid": "x"}).location == "/records?state=cancelled"
    )


def test_for_somebody_disabled_meanwhile_nothing_is_printed(world, many):
    begun(exporter(world))
    User.update(disabled_at=clock.now()).where(User.login == "gao").execute()
    work()
    assert not [path for path in kept.files_there() if path.suffix == ".pdf"]


def test_few_are_printed_while_one_waits(world):
    world.signed_sheet()
    assert 'href="/records.pdf"' in world.browser("gao").get("/records").text
