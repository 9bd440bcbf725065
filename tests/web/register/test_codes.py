"""What a scan shows to whom, putting labels on devices, and printing them."""

import re
import subprocess
from dataclasses import replace

import pytest

from fieldforms import config, network
from fieldforms.flow.record import label_codes
from fieldforms.flow.register import codes
from fieldforms.store import clock
from fieldforms.store.models import Client, Code, Device, Room, User
from tests import audit_lines, cables
from tests.engines import QR_ALONE
from tests.people import csrf


def text(response) -> str:
    return response.get_data(as_text=True)


def blank(world) -> str:
    [code] = codes.make_blank(world.actor("sunmin"), 1)
    return code


def typed_badly(code: str) -> str:
    """As somebody reads it aloud: 0 as O, 1 as L, lower case."""
    return code.replace("0", "O").replace("1", "L").lower()


# A label on a device


def test_a_scan_by_who_serves_the_client_is_the_devices_page(world):
    code = world.office.code.code
    for path in (f"/d/{code}", f"/D/{code}", f"/d/{typed_badly(code)}", f"/D/{code[:5]}-{code[5:]}"):
        page = world.browser("chen").get(path)
        assert page.status_code == 200 and world.office.device.serial in text(page)


@pytest.mark.parametrize("login", [None, "zhou", "wangjing"])
def test_a_scan_by_anybody_else_tells_nothing_of_the_client(world, login):
    place = world.office
    world.signed_sheet(open_points="2 路输入偶有杂音")
    page = text(world.browser(login).get(f"/d/{place.code.code}"))
    assert place.device.name in page
    place_words = (place.room.name, place.client.name, place.client.address, place.client.phone, place.contact.name, place.contact.phone,
                   place.device.serial, place.device.model, place.device.manufacturer_phone, "FW-", "杂音", "丁一",
                   "2027", "合同", "/records/", "/forms/", "陈志远")  # fmt: skip
    for words in place_words:
        assert words not in page, words


@pytest.mark.parametrize(
    ("lang", "words", "paper"),
    [("zh", "手机不得带入这个房间", "空白纸质单据"), ("en", "Phones may not be taken", "blank paper")],
)
def test_a_stranger_is_told_that_phones_are_forbidden_and_of_no_paper_sheet(world, lang, words, paper):
    Room.update(no_phones=True).where(Room.id == world.office.room.id).execute()
    for address in ("", "/report"):
        page = text(world.browser().get(f"/d/{world.office.code.code}{address}?lang={lang}"))
        assert words in page and paper not in page and world.office.room.name not in page
    assert paper in text(world.browser("chen").get(f"/d/{world.office.code.code}?lang={lang}"))


def test_the_first_button_calls_the_technician_on_site(world):
    User.update(phone="138 0000 0171").where(User.login == "chen").execute()
    page = text(world.browser().get(f"/d/{world.office.code.code}"))
    first = re.search(r'<a class="button[^"]*" href="([^"]+)"', page).group(1)
    assert first == "tel:13800000171" and "打电话给驻场人员" in page


def test_without_a_technicians_number_the_service_phone_stands_in(world, settings, monkeypatch):
    from dataclasses import replace

    from fieldforms import config

    monkeypatch.setattr(config, "current", replace(settings, service_phone="400-555-0100"))
    page = text(world.browser().get(f"/d/{world.office.code.code}"))
    assert "tel:4005550100" in page and "打电话给服务热线" in page


def test_signing_in_leads_back_to_the_device(world):
    code = world.office.code.code
    assert f'href="/sign-in?next=/d/{code}"' in text(world.browser().get(f"/d/{code}"))


def test_a_client_may_switch_reporting_off(world):
    code = world.office.code.code
    assert f"/d/{code}/report" in text(world.browser().get(f"/d/{code}"))
    Client.update(reporting=False).where(Client.id == world.office.client.id).execute()
    assert f"/d/{code}/report" not in text(world.browser().get(f"/d/{code}"))


# Codes that lead nowhere


def test_an_unknown_code_may_be_typed_again(world):
    unknown = label_codes.new_code()
    for path in (f"/d/{unknown}", "/d/hello", "/d/ABCDEFGHJK"):
        page = world.browser().get(path)
        assert page.status_code == 404 and 'action="/d"' in text(page)
    answer = world.browser().get("/d", query_string={"code": f" {unknown} "})
    assert answer.location == f"/d/{unknown}"


def test_guessing_codes_without_an_account_is_slowed_down(world):
    browser = world.browser()
    answers = [browser.get(f"/d/{label_codes.new_code()}").status_code for _ in range(codes.WRONG_SCANS + 1)]
    assert answers[-1] == 429 and set(answers[:-1]) == {404}
    assert browser.get(f"/d/{world.office.code.code}").status_code == 429
    assert world.browser("chen").get(f"/d/{world.office.code.code}").status_code == 200


def test_nor_from_addresses_that_one_household_changes_at_will(world):
    """Of IPv6 the network counts (flow/people/tries.py)."""
    answers = [
        world.browser()
        .get(f"/d/{label_codes.new_code()}", environ_overrides={"REMOTE_ADDR": f"2001:db8::{n + 1:x}"})
        .status_code
        for n in range(codes.WRONG_SCANS + 1)
    ]
    assert answers == [404] * codes.WRONG_SCANS + [429]


@pytest.mark.parametrize("login", [None, "wangjing", "shen"])
def test_a_blank_label_explains_itself_to_who_cannot_bind_it(world, login):
    page = world.browser(login).get(f"/d/{blank(world)}")
    assert page.status_code == 200 and "还没有启用" in text(page)
    assert world.office.device.name not in text(page)


def test_a_replaced_label_leads_who_may_see_it_to_the_device(world):
    old, new = world.office.code.code, blank(world)
    codes.bind_device(world.actor("chen"), new, world.office.device.id)
    page = world.browser("chen").get(f"/d/{old}")
    assert page.status_code == 410 and "这个标签已更换" in text(page) and f'href="/d/{new}"' in text(page)
    for login in (None, "zhou"):
        page = world.browser(login).get(f"/d/{old}")
        assert page.status_code == 410 and "这个标签已更换" in text(page)
        assert new not in text(page) and world.office.device.name not in text(page)


def test_a_retired_label_explains_itself(world):
    codes.retire_code(world.actor("gao"), world.office.code.code)
    for login, sees in ((None, False), ("zhou", False), ("chen", True)):
        page = world.browser(login).get(f"/d/{world.office.code.code}")
        assert page.status_code == 410 and "这个标签已停用" in text(page)
        assert (f'href="/devices/{world.office.device.id}"' in text(page)) is sees


def test_the_label_of_a_retired_device_tells_strangers_nothing(world):
    Device.update(retired_at=clock.now()).where(Device.id == world.office.device.id).execute()
    page = world.browser().get(f"/d/{world.office.code.code}")
    assert page.status_code == 410 and world.office.device.name not in text(page)
    assert world.browser("chen").get(f"/d/{world.office.code.code}").status_code == 410


# Putting a label on a device


def test_a_technician_puts_a_blank_label_on_a_device_with_one_tap(world):
    chen, code, device = world.browser("chen"), blank(world), world.office.device
    page = text(chen.get(f"/d/{code}"))
    assert f'value="{device.id}"' in page and world.university.device.name not in page
    answer = chen.post(f"/d/{code}/device", data={"csrf_token": csrf(page), "device": device.id})
    assert answer.status_code == 303 and answer.location == f"/d/{code}"
    assert Code.get(Code.code == code).device_id == device.id
    assert [line.action for line in audit_lines.lines_about(code)] == ["code.bind"]


def test_devices_without_a_label_come_first(world):
    bare = Device.create(
        client=world.office.client, name="一楼音箱", category="speaker", created_at=clock.now()
    )
    page = text(world.browser("chen").get(f"/d/{blank(world)}"))
    assert page.index(bare.name) < page.index(world.office.device.name)
    assert "会替换旧标签" in page


def test_what_wears_no_label_yet_comes_first_and_is_told_apart_by_its_numbers(world):
    """Of a list that came in there are dozens of one name in one room."""
    rows = [
        cables.add_device(world.office, "代表单元", asset_no=f"ZC-{n:03d}", serial=f"S{n:03d}")
        for n in range(40)
    ]
    for row in rows[:35]:
        codes.bind_device(world.actor("chen"), blank(world), row.id)
    page = text(world.browser("chen").get(f"/d/{blank(world)}?q=代表单元"))
    shown = re.findall(r"ZC-(\d{3}) · SN S\d{3}", page)
    assert len(shown) == 30 and {int(n) for n in shown[:5]} == set(range(35, 40))
    assert page.count("会替换旧标签") == 25


def test_the_list_to_choose_from_is_searched(world):
    chen, code = world.browser("chen"), blank(world)
    asked = chen.get(f"/d/{code}?q=没有的", headers={"HX-Request": "true", "HX-Request-Type": "partial"})
    assert "没有找到设备" in text(asked) and "<html" not in text(asked)


def test_before_a_search_nothing_was_not_found(world):
    Device.update(retired_at=clock.now()).execute()
    page = text(world.browser("sunmin").get(f"/d/{blank(world)}"))
    assert "没有找到设备" not in page and "还没有登记设备" in page


def test_a_label_is_never_put_on_a_device_out_of_scope_or_of_another_device(world):
    chen, code = world.browser("chen"), blank(world)
    token = csrf(text(chen.get(f"/d/{code}")))
    for device in (world.university.device.id, 0, "x"):
        assert chen.post(f"/d/{code}/device", data={"csrf_token": token, "device": device}).status_code == 404
    other = Device.create(
        client=world.office.client, name="一楼音箱", category="speaker", created_at=clock.now()
    )
    answer = chen.post(f"/d/{world.office.code.code}/device", data={"csrf_token": token, "device": other.id})
    assert answer.status_code == 409
    assert Code.get_by_id(world.office.code.id).device_id == world.office.device.id


def test_a_refusal_names_no_device_of_another_client(world):
    chen = world.browser("chen")
    token = csrf(text(chen.get("/codes")))
    form = {"csrf_token": token, "device": world.office.device.id}
    answer = chen.post(f"/d/{world.university.code.code}/device", data=form)
    assert answer.status_code == 409 and world.university.device.name not in text(answer)


@pytest.mark.parametrize("login", ["shen", "wangjing"])
def test_who_keeps_no_labels_cannot_bind_make_or_print_them(world, login):
    browser, code = world.browser(login), blank(world)
    token = csrf(text(browser.get(f"/d/{code}")))
    posts = ((f"/d/{code}/device", {"device": world.office.device.id}), ("/codes", {"count": 1}))
    for path, form in posts:
        assert browser.post(path, data={"csrf_token": token, **form}).status_code == 403
    for path in ("/codes", "/labels.pdf?blank=1", f"/d/{code}/retirement"):
        assert browser.get(path).status_code == 403


@pytest.mark.parametrize("path", ["/codes", "/labels.pdf?blank=1", "/d/ABCDEFGHJK/retirement"])
def test_labels_need_an_account(world, path):
    assert world.browser().get(path).status_code == 401


def test_a_new_device_takes_the_label_that_was_scanned(world):
    chen, code = world.browser("chen"), blank(world)
    assert f"/devices/new?code={code}" in text(chen.get(f"/d/{code}"))
    page = text(chen.get(f"/devices/new?code={code}"))
    form = {
        "csrf_token": csrf(page),
        "client": world.office.client.id,
        "code": code,
        "name": "一楼音箱",
        "category": "speaker",
    }
    assert chen.post("/devices", data=form).location == f"/d/{code}"
    assert Code.get(Code.code == code).device.name == "一楼音箱"


def test_a_new_device_whose_label_is_taken_is_not_registered(world):
    chen = world.browser("chen")
    token = csrf(text(chen.get("/devices/new")))
    form = {"csrf_token": token, "client": world.office.client.id, "code": world.office.code.code, "name": "一楼音箱",
            "category": "speaker"}  # fmt: skip
    answer = chen.post("/devices", data=form)
    assert answer.status_code == 409 and 'value="一楼音箱"' in text(answer)
    assert Device.select().where(Device.name == "一楼音箱").count() == 0


# Retiring


def test_a_dispatcher_retires_a_label(world):
    sun, code = world.browser("sunmin"), blank(world)
    page = text(sun.get(f"/d/{code}/retirement"))
    assert sun.post(f"/d/{code}/retirement", data={"csrf_token": csrf(page)}).status_code == 303
    assert sun.get(f"/d/{code}").status_code == 410


def test_a_technician_retires_no_labels(world):
    chen, code = world.browser("chen"), blank(world)
    token = csrf(text(chen.get("/codes")))
    assert chen.post(f"/d/{code}/retirement", data={"csrf_token": token}).status_code == 403
    assert Code.get(Code.code == code).retired_at is None


# Making and printing


def test_blanks_are_made_in_batches_and_the_rest_of_a_batch_is_printed_again(world):
    sun = world.browser("sunmin")
    sun.post("/codes", data={"csrf_token": csrf(text(sun.get("/codes"))), "count": 3})
    page = text(sun.get("/codes"))
    assert "还剩 3 个空白" in page and "孙敏 生成" in page
    codes.bind_device(world.actor("sunmin"), Code.get(Code.device.is_null()).code, world.office.device.id)
    assert "还剩 2 个空白" in text(sun.get("/codes"))


@pytest.mark.parametrize(
    ("asked", "made"), [("210", 210), ("9999", 210), ("-5", 21), ("9" * 40, 21), ("many", 21)]
)
def test_a_batch_has_at_most_ten_sheets(world, asked, made):
    sun = world.browser("sunmin")
    sun.post("/codes", data={"csrf_token": csrf(text(sun.get("/codes"))), "count": asked})
    assert Code.select().where(Code.device.is_null()).count() == made


def read(pdf: bytes, folder) -> list[str]:
    (folder / "labels.pdf").write_bytes(pdf)
    subprocess.run(["pdftoppm", "-r", "200", "-png", "labels.pdf", "page"], cwd=folder, check=True)
    found = []
    for page in sorted(folder.glob("page-*.png")):
        asked = ["zbarimg", *QR_ALONE, page]
        found += subprocess.run(asked, check=True, capture_output=True, text=True).stdout.split()
    return sorted(found)


@pytest.mark.parametrize("layout", ["a4-3x7", "60x40", "50x30"])
def test_a_printed_label_reads_as_the_exact_address_of_its_device(world, tmp_path, layout):
    answer = world.browser("chen").get(f"/labels.pdf?client={world.office.client.id}&layout={layout}")
    assert answer.mimetype == "application/pdf" and answer.headers["Cache-Control"] == "no-store"
    [address] = read(answer.data, tmp_path)
    assert address == f"HTTPS://FF.EXAMPLE.CN/D/{world.office.code.code}"
    path = address.removeprefix("HTTPS://FF.EXAMPLE.CN")
    assert world.office.device.serial in text(world.browser("chen").get(path))


@pytest.fixture
def without_url(world, monkeypatch):
    """Asks for a page as somebody who keeps labels would, at a host, where no address was set."""

    def ask(path: str, asked_at: str, **settings):
        monkeypatch.setattr(config, "current", replace(config.current, url="", **settings))
        browser = world.browser("chen")
        cookie = browser.get_cookie(world.app.config["SESSION_COOKIE_NAME"])
        there = {"HTTP_HOST": asked_at, "HTTP_COOKIE": f"{cookie.key}={cookie.value}"}
        return world.app.test_client(use_cookies=False).get(path, environ_overrides=there)

    return ask


BLANKS = "/labels.pdf?blank=1&layout=60x40"


@pytest.mark.parametrize("demo", [True, False])
@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]"])
def test_no_label_is_printed_that_leads_every_phone_to_itself(world, without_url, host, demo):
    blank(world)
    here = {"host": "127.0.0.1", "demo": demo}
    answer = without_url(BLANKS, host, **here)
    assert answer.status_code == 409 and "请管理员先定下网址" in text(answer)
    page = text(without_url("/codes", host, **here))
    assert "/labels.pdf" not in page, "what would be refused is not offered"
    assert "请管理员先定下网址" in page and "FIELDFORMS_" not in page and host not in page


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost", "ff.localhost", "[::1]", "0.0.0.0"])
def test_nor_where_the_setting_itself_says_so(world, monkeypatch, host):
    blank(world)
    monkeypatch.setattr(config, "current", replace(config.current, url=f"http://{host}"))
    sun = world.browser("sunmin")
    assert sun.get(BLANKS).status_code == 409 and "/labels.pdf" not in text(sun.get("/codes"))


def test_who_tries_it_on_this_machine_prints_the_address_that_a_phone_finds(
    world, without_url, monkeypatch, tmp_path
):
    code = blank(world)
    monkeypatch.setattr(network, "lan_address", lambda: "192.0.2.9")
    tried = without_url(BLANKS, "localhost", host="0.0.0.0", demo=True)
    assert read(tried.data, tmp_path) == [f"HTTP://192.0.2.9/D/{code}"]


def test_real_labels_wait_for_an_address_that_lasts(world, without_url, monkeypatch):
    blank(world)
    monkeypatch.setattr(network, "lan_address", lambda: "192.0.2.9")
    assert without_url(BLANKS, "localhost", host="0.0.0.0", demo=False).status_code == 409


def test_blanks_and_single_labels_are_printed(world, tmp_path):
    code, sun = blank(world), world.browser("sunmin")
    batch = Code.get(Code.code == code).made_at
    for query in (f"batch={batch}", "blank=1", f"codes={code.lower()}"):
        folder = tmp_path / query.split("=")[0]
        folder.mkdir()
        assert read(sun.get(f"/labels.pdf?{query}&layout=60x40").data, folder) == [
            f"HTTPS://FF.EXAMPLE.CN/D/{code}"
        ]


def test_nobody_prints_another_clients_labels(world):
    chen, other = world.browser("chen"), world.university
    for query in (
        f"client={other.client.id}",
        f"codes={other.code.code}",
        "layout=a3&blank=1",
        "batch=1",
        "codes=",
        "",
    ):
        assert chen.get(f"/labels.pdf?{query}").status_code == 404


def test_replaced_labels_are_not_printed(world):
    codes.bind_device(world.actor("chen"), blank(world), world.office.device.id)
    assert world.browser("chen").get(f"/labels.pdf?codes={world.office.code.code}").status_code == 404
