"""What is typed, at the front doors: kept in one form, or refused with all that was typed still there."""

import re

import pytest

from fieldforms.store.models import Client, Draft, Movement, Session, User
from tests.people import PASSWORD
from tests.web.hands import Form, contact_body, errors, open_sheet
from tests.web.stock.hands import CABLE, post, stocked, text

LONG_REASON = "因为" * 1001


def test_a_sheet_and_the_register_keep_a_telephone_in_the_same_form(world):
    form = open_sheet(world.browser("chen"), world.office)
    form.post(**contact_body(world.office, phone="（0571）88886666转801"))
    client = world.office.client
    page = Form(world.browser("sunmin"), f"/clients/{client.id}/edit")
    assert page.post(phone="+86 571 8888-6666 分机 801").status_code == 303
    assert Draft.get().answers["phone"] == Client.get_by_id(client.id).phone == "0571-8888 6666 转 801"


def test_what_the_sheet_refuses_the_register_refuses_too(world):
    form = open_sheet(world.browser("chen"), world.office)
    refused = form.post(then="check", **contact_body(world.office, phone="见群公告"))
    assert any("例如 138 0000 0000" in said for _at, said in errors(refused.text))
    page = Form(world.browser("sunmin"), f"/clients/{world.office.client.id}/edit")
    again = page.post(phone="见群公告")
    assert (
        again.status_code == 422 and "例如 138 0000 0000" in again.text and 'value="见群公告"' in again.text
    )


def test_a_label_page_dials_the_number_and_its_extension(world):
    Client.update(phone="0571-8888 6666 转 801").execute()
    page = world.browser("sunmin").get(f"/clients/{world.office.client.id}").text
    assert 'href="tel:057188886666,801"' in page and "0571-8888 6666 转 801" in page


@pytest.fixture
def cable(world):
    return stocked(world, CABLE, 5)


@pytest.mark.parametrize(("typed", "then"), [("３", "4"), (" 1２", "13"), ("0", "1"), ("", "1")])
def test_scanning_counts_on_from_what_was_typed(world, cable, typed, then):
    name = f"n-{cable.id}"
    page = post(world.browser("sunmin"), "/parts/count/company", **{name: typed, "code": cable.name})
    assert re.search(rf'name="{name}"[^>]*value="{then}"', text(page))


@pytest.mark.parametrize("typed", ["3.5", "三", "5²", "100000"])
def test_a_scan_does_not_lose_what_cannot_be_counted_on(world, cable, typed):
    name = f"n-{cable.id}"
    page = post(world.browser("sunmin"), "/parts/count/company", **{name: typed, "code": cable.name})
    assert page.status_code == 422 and "要填 0 到 99999 的整数" in text(page)
    assert re.search(rf'name="{name}"[^>]*value="{re.escape(typed)}"', text(page))


def test_nothing_is_moved_by_nought_and_the_sentence_says_from_where_it_counts(world, cable):
    page = post(
        world.browser("sunmin"), f"/parts/{cable.id}/scrapped", quantity="0", source="company", note="坏了"
    )
    assert page.status_code == 422 and "要填 1 到 99999 的整数" in text(page)
    done = post(
        world.browser("sunmin"), f"/parts/{cable.id}/scrapped", quantity="２", source="company", note="坏了"
    )
    assert done.status_code == 303 and Movement.select().order_by(Movement.id.desc()).get().quantity == 2


def test_a_filter_reads_a_day_as_it_is_written(world):
    page = (
        world.browser("sunmin")
        .get("/records", query_string={"from": "2026年11月1日", "to": "２０２６/11/30"})
        .text
    )
    assert "2026年11月1日–2026年11月30日" in page


def test_nothing_is_cut_but_said_to_be_too_long(world):
    name = "阶" * 121
    page = Form(world.browser("sunmin"), f"/devices/{world.office.device.id}/edit")
    refused = page.post(name=name)
    assert refused.status_code == 422 and "最多 120 个字" in refused.text and name in refused.text
    assert "maxlength" not in refused.text


def test_a_long_reason_is_said_to_be_too_long_and_kept(world):
    form = open_sheet(world.browser("chen"), world.office)
    checked = form.post(then="check", **contact_body(world.office))
    number = Form(world.browser("chen"), checked.location, "complete").post().location.split("/")[2]
    page = Form(world.browser("chen"), f"/records/{number}/recall", "recall")
    refused = page.post(reason=LONG_REASON)
    assert refused.status_code == 422 and "最多写 2000 个字，现在有 2002 个" in refused.text
    assert LONG_REASON in refused.text


def test_a_persons_telephone_is_read_and_a_long_name_is_not_cut(world):
    admin, chen = world.browser("admin"), world.users["chen"]
    page = Form(admin, f"/people/{chen.id}/edit")
    said = {"own_password": PASSWORD, "name": "陈" * 61, "role": "technician", "language": "zh"}
    refused = page.post(**said, phone="13800000171")
    assert refused.status_code == 422 and "最多 60 个字" in refused.text and "陈" * 61 in refused.text
    assert page.post(**said | {"name": "陈志远"}, phone="１３８００００００１７１"[:11]).status_code in (
        303,
        422,
    )
    assert page.post(**said | {"name": "陈志远"}, phone="+8613800000171").status_code == 303
    assert User.get_by_id(chen.id).phone == "138 0000 0171"


def test_a_pin_may_be_typed_in_full_width_and_pasted_with_a_space(world):
    browser = world.browser("chen")
    page = Form(browser, "/account/pin")
    assert page.post(pin="８１０ 427").status_code == 303
    assert Session.get_by_id(browser.session_row.id).pin


def test_an_optional_choice_can_be_taken_back_without_scripts(world):
    form = open_sheet(world.browser("chen"), world.office)
    page = form.post(**contact_body(world.office)).text
    optional = {
        found[1]
        for found in re.finditer(
            r'<label class="tile clear"><input type="radio" name="(\w+)" value="">', form.page
        )
    }
    assert optional and "result" not in optional, page
