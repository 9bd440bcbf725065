"""What is typed, at the front doors: kept in one form, or refused with all that was typed still there."""

import re

import pytest

from fieldforms.flow.register import register_columns
from fieldforms.store.models import Client, Device, Draft, Movement, Session, User
from tests.people import PASSWORD, csrf, post_opened
from tests.web.hands import completed_sheet, contact_body, errors, open_sheet
from tests.web.stock.hands import LAMP, add_part

LONG_REASON = "因为" * 1001


def edit(world, kind: str, row, **typed):
    """Change something of the register as its form does."""
    columns = {Client: register_columns.CLIENT_COLUMNS, Device: register_columns.DEVICE_COLUMNS}[type(row)]
    body = register_columns.input_texts(columns, row.__data__) | typed
    address = f"/{kind}/{row.id}"
    return post_opened(world.browser("sunmin"), f"{address}/edit", address, **body)


def test_a_sheet_and_the_register_keep_a_telephone_in_the_same_form(world):
    form = open_sheet(world.browser("chen"), world.office)
    form.post(**contact_body(world.office, phone="（0571）88886666转801"))
    client = world.office.client
    said = {"phone": "+86 571 8888-6666 分机 801"}
    assert edit(world, "clients", client, **said).status_code == 303
    assert Draft.get().answers["phone"] == Client.get_by_id(client.id).phone == "0571-8888 6666 转 801"


def test_what_the_sheet_refuses_the_register_refuses_too(world):
    form = open_sheet(world.browser("chen"), world.office)
    refused = form.post(then="check", **contact_body(world.office, phone="见群公告"))
    assert any("例如 138 0000 0000" in said for _at, said in errors(refused.text))
    again = edit(world, "clients", world.office.client, phone="见群公告")
    assert (
        again.status_code == 422 and "例如 138 0000 0000" in again.text and 'value="见群公告"' in again.text
    )


def test_a_label_page_dials_the_number_and_its_extension(world):
    Client.update(phone="0571-8888 6666 转 801").execute()
    page = world.browser("sunmin").get(f"/clients/{world.office.client.id}").text
    assert 'href="tel:057188886666,801"' in page and "0571-8888 6666 转 801" in page


@pytest.fixture
def lamp(world):
    return add_part(world, None)


def scan(world, part, typed: str):
    """A part is scanned while something stands in its count."""
    browser, path = world.browser("sunmin"), "/parts/count/company"
    body = {"csrf_token": csrf(browser.get(path).text), f"n-{part.id}": typed, "code": LAMP}
    return browser.post(path, data=body)


def count_shown(page: str) -> str:
    return re.search(r'name="n-\d+"[^>]* value="([^"]*)"', page)[1]


@pytest.mark.parametrize(("typed", "then"), [("３", "4"), (" 1２", "13"), ("0", "1"), ("", "1")])
def test_scanning_counts_on_from_what_was_typed(world, lamp, typed, then):
    assert count_shown(scan(world, lamp, typed).text) == then


@pytest.mark.parametrize("typed", ["3.5", "三", "5²", "100000"])
def test_a_scan_does_not_lose_what_cannot_be_counted_on(world, lamp, typed):
    page = scan(world, lamp, typed)
    assert page.status_code == 422 and "要填 0 到 99999 的整数" in page.text
    assert count_shown(page.text) == typed


def test_nothing_is_moved_by_nought_and_the_sentence_says_from_where_it_counts(world, lamp):
    browser, path = world.browser("sunmin"), f"/parts/{lamp.id}/scrapped"
    body = {"csrf_token": csrf(browser.get(path).text), "source": "company", "note": "坏了"}
    refused = browser.post(path, data=body | {"quantity": "0"})
    assert refused.status_code == 422 and "要填 1 到 99999 的整数" in refused.text
    assert browser.post(path, data=body | {"quantity": "２"}).status_code == 303
    assert Movement.select().order_by(Movement.id.desc()).get().quantity == 2


def test_a_filter_reads_a_day_as_it_is_written(world):
    page = (
        world.browser("sunmin")
        .get("/records", query_string={"from": "2026年10月1日", "to": "２０２６/10/15"})
        .text
    )
    assert "2026年10月1日–2026年10月15日" in page


def test_nothing_is_cut_but_said_to_be_too_long(world):
    name = "阶" * 121
    refused = edit(world, "devices", Device.get(Device.client == world.office.client.id), name=name)
    assert refused.status_code == 422 and "最多 120 个字" in refused.text and name in refused.text
    assert "maxlength" not in refused.text


def test_a_long_reason_is_said_to_be_too_long_and_kept(world):
    chen = world.browser("chen")
    path = f"/records/{completed_sheet(chen, world.office)}/recall"
    refused = chen.post(path, data={"csrf_token": csrf(chen.get(path).text), "reason": LONG_REASON})
    assert refused.status_code == 422 and "最多写 2000 个字，现在有 2002 个" in refused.text
    assert LONG_REASON in refused.text


def test_a_persons_telephone_is_read_and_a_long_name_is_not_cut(world):
    admin, chen = world.browser("admin"), world.users["chen"]
    said = {"own_password": PASSWORD, "name": "陈" * 61, "role": "technician", "language": "zh"}
    path = f"/people/{chen.id}/edit"
    refused = post_opened(admin, path, **said, phone="13800000171")
    assert refused.status_code == 422 and "最多 60 个字" in refused.text and "陈" * 61 in refused.text
    refused = post_opened(admin, path, **said | {"name": "陈志远"}, phone="见群公告")
    assert refused.status_code == 422 and 'value="见群公告"' in refused.text
    assert post_opened(admin, path, **said | {"name": "陈志远"}, phone="+8613800000171").status_code == 303
    assert User.get_by_id(chen.id).phone == "138 0000 0171"


def test_a_pin_may_be_typed_in_full_width_and_pasted_with_a_space(world):
    browser = world.browser("chen", confirmed=True)
    body = {"csrf_token": csrf(browser.get("/account/pin").text), "pin": "８１０ 427"}
    assert browser.post("/account/pin", data=body).status_code == 303
    assert Session.get_by_id(browser.session_row.id).pin


CLEARS = re.compile(r'<label class="tile clear"><input type="radio" name="(\w+)" value="">')


def test_an_optional_choice_can_be_taken_back_without_scripts(world):
    form = open_sheet(world.browser("chen"), world.office)
    offered = CLEARS.findall(form.page.text)
    assert "client_type" in offered and "result" not in offered, offered
    form.post(**contact_body(world.office))
    assert Draft.get().answers["client_type"]
    form.post(**contact_body(world.office, client_type=""), version="1")
    assert "client_type" not in Draft.get().answers
