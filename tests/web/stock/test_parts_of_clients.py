"""A client's own part on sheets: offered and taken only where it may be, by name, by label and by what an older sheet said."""

import pytest

from fieldforms.flow.stock import parts
from fieldforms.store import clock
from fieldforms.store.models import Assignment, Draft, Entry, Movement, Part
from fieldforms.store.stock.parts import code_of, shelf_by_part
from tests.people import csrf
from tests.web.hands import Form, errors
from tests.web.inbox.hands import fault
from tests.web.stock.hands import CHECKS, LAMP, add_part, open_checks, parts_used

REFUSED = "自己的备件，只能用在它的单据上。"


@pytest.fixture
def lamp(world) -> Part:
    """The university's own, two of them, labelled; chen serves it and the government office."""
    Assignment.create(user=world.users["chen"], client=world.university.client, since=clock.now())
    return add_part(world, world.university)


def fitted() -> list[tuple[int, int]]:
    return [(each.part_id, each.quantity) for each in Movement.select().where(Movement.kind == "fitted")]


def test_another_clients_part_is_not_offered_and_the_companys_is(world, lamp):
    add_part(world, None, "公司灯泡")
    at_office, at_university = (
        open_checks(world, world.office).page.text,
        open_checks(world, world.university).page.text,
    )
    assert f'value="{LAMP} ELPLP96"' not in at_office and f'value="{LAMP} ELPLP96"' in at_university
    assert 'value="公司灯泡 ELPLP96"' in at_office and 'value="公司灯泡 ELPLP96"' in at_university


@pytest.mark.parametrize(
    "typed",
    [
        "{name}",
        "{name} ELPLP96",
        "{code}",
        "HTTPS://HOST/D/{code}",
        "投影 灯泡",
        "投影灯泡elplp96",
    ],
)
def test_another_clients_part_is_refused_in_a_sentence_that_keeps_what_was_typed(world, lamp, typed):
    form = open_checks(world, world.office)
    typed = typed.format(name=LAMP, code=code_of(lamp))
    refused = form.post(then="check", **parts_used(typed))
    assert refused.status_code == 422
    [sentence] = [said for _anchor, said in errors(refused.text) if REFUSED in said]
    assert typed in sentence and "文澜大学" in sentence and "公司的备件" in sentence
    assert f'value="{typed}"' in refused.text
    assert fitted() == [] and Entry.select().where(Entry.step == "checks").count() == 0


def test_it_is_fitted_on_its_owners_sheet_by_name_and_by_label(world, lamp):
    for typed in (LAMP, code_of(lamp)):
        form = open_checks(world, world.university)
        checked = form.post(then="check", **parts_used(typed))
        assert checked.status_code == 303, errors(checked.text)
        assert Form(form.browser, checked.location, "complete").post().status_code == 303
    assert fitted() == [(lamp.id, 1), (lamp.id, 1)] and shelf_by_part([lamp])[lamp.id] == 0


def test_it_is_the_same_part_however_wide_large_or_apart_its_name_is_typed(world, lamp):
    cable = add_part(world, None, "HDMI 线 3 米")
    other = add_part(world, None, "HDMI 线 30 米")
    for typed, meant in {
        "hdmi线3米": cable,
        "ＨＤＭＩ 线 ３ 米": cable,
        "HDMI线 30米 elplp96": other,
    }.items():
        assert parts.part_named(world.actor("chen").viewer, typed) == meant
    assert parts.part_named(world.actor("chen").viewer, "HDMI 线 300 米") is None


def test_who_does_not_serve_the_owner_is_not_told_whose_label_it_is(world):
    lamp = add_part(world, world.university)
    refused = open_checks(world, world.office).post(then="check", **parts_used(code_of(lamp)))
    assert refused.status_code == 422 and "另一个客户" in refused.text and "文澜大学" not in refused.text


def test_a_name_that_only_the_owners_people_know_stays_as_it_was_typed(world):
    add_part(world, world.university)
    assert open_checks(world, world.office).post(then="check", **parts_used(LAMP)).status_code == 303
    part = Draft.select().where(Draft.step == "checks").get().answers["parts_used"][0]["part"]
    assert part == {"name": LAMP}


def test_of_two_that_are_called_the_same_the_one_that_may_be_used_is_meant(world, lamp):
    company = add_part(world, None)
    form = open_checks(world, world.office)
    checked = form.post(then="check", **parts_used(f"{LAMP} ELPLP96"))
    assert Form(form.browser, checked.location, "complete").post().status_code == 303
    assert fitted() == [(company.id, 1)]


def test_what_an_older_sheet_said_is_asked_again(world, lamp):
    """A draft, a correction or a following sheet that starts with another client's part: it waits for a person."""
    form = open_checks(world, world.office)
    form.autosave(**CHECKS)
    draft = Draft.select().where(Draft.step == "checks").get()
    before = {"part": {"id": lamp.id, "name": LAMP, "model": "ELPLP96", "unit": "只"}, "quantity": 1}
    draft.answers = draft.answers | {"parts_used": [before]}
    draft.save()
    check = form.browser.get(f"/drafts/{draft.uuid}/check")
    assert f"{LAMP} ELPLP96" in check.text and REFUSED in check.text
    token = csrf(check.text)
    refused = form.browser.post(
        f"/drafts/{draft.uuid}/entry", data={"csrf_token": token, "version": draft.version}
    )
    assert refused.status_code == 422 and fitted() == []


def test_a_sheet_about_no_client_takes_the_companys_only(world, lamp):
    form = Form(world.browser("chen"), "/forms/parts-issue/new")
    asked = {"issue_kind": "part", "owned_by": "client", "issued_items.0.quantity": "1"}
    refused = form.post(then="check", **asked, **{"issued_items.0.part": LAMP})
    assert refused.status_code == 422 and "从它的设备另开一张单" in refused.text


def test_a_movement_for_another_clients_sheet_is_refused(world, lamp):
    number = fault(world, world.office).number
    sun = world.browser("sunmin")
    page = sun.get(f"/parts/{lamp.id}/issued").text
    given = {
        "csrf_token": csrf(page), "quantity": "1", "source": f"client-{world.university.client.id}",
        "target": f"person-{world.users['chen'].id}", "record": number,
    }  # fmt: skip
    refused = sun.post(f"/parts/{lamp.id}/issued", data=given)
    assert refused.status_code == 422 and "只能用在那里" in refused.text
    assert Movement.select().where(Movement.kind == "issued").count() == 0
