"""One draft for one form at one place, with one address from the first second."""

import re

import pytest

from fieldforms.flow.filling import drafts
from fieldforms.store.models import Draft
from tests.web.hands import Form, contact_body, open_sheet


def address(place, **more) -> str:
    rest = "".join(f"&{name}={value}" for name, value in more.items())
    return f"/forms/service-contact/new?device={place.code.code}{rest}"


def named(form: Form, place) -> str:
    """The address that autosave.js gives the page at once."""
    return f"{form.url}?device={place.code.code}&definition={form.body['definition']}&record={form.body['record']}"


def test_the_open_draft_is_offered_where_the_form_is_opened_again(world):
    draft = world.working_sheet("chen", request="话筒有杂音")
    chen = world.browser("chen")
    page = chen.get(address(world.office)).text
    assert "继续填写" in page and f'href="/drafts/{draft.uuid}"' in page and "话筒有杂音" in page
    another = re.search(r'href="([^"]+another=1[^"]*)"', page)[1].replace("&amp;", "&")
    assert f'action="/drafts/{draft.uuid}"' not in chen.get(another).text
    assert 'id="draft"' in chen.get(another).text
    assert "另开一张" in page


@pytest.mark.parametrize(
    "elsewhere", ["/forms/fault-report/new?device={}", "/forms/service-contact/new?alone=1"]
)
def test_another_form_or_place_is_another_draft(world, elsewhere):
    world.working_sheet("chen")
    assert 'id="draft"' in world.browser("chen").get(elsewhere.format(world.office.code.code)).text


def test_what_is_done_given_up_or_somebody_elses_is_not_offered(world):
    world.waiting_sheet("chen")
    gone = world.working_sheet("chen")
    drafts.discard_draft(world.actor("chen"), gone.uuid)
    Draft.update(author=world.users["zhou"]).where(Draft.uuid == world.working_sheet("chen").uuid).execute()
    assert 'id="draft"' in world.browser("chen").get(address(world.office)).text


def test_a_visit_of_the_plan_finds_the_draft_that_is_open_there(world):
    draft = world.working_sheet("chen")
    page = world.browser("chen").get(address(world.office, plan=1, due="2026-11-24")).text
    assert f"/drafts/{draft.uuid}" in page


def test_the_new_page_has_an_address_before_it_is_saved_and_keeps_it(world):
    chen = world.browser("chen")
    form = open_sheet(chen, world.office)
    again = Form(chen, named(form, world.office))
    assert (again.url, again.body["record"]) == (form.url, form.body["record"])
    assert not Draft.select().count(), "looking saves nothing"
    form.autosave(**contact_body(world.office, request="话筒有杂音"))
    assert "话筒有杂音" in chen.get(named(form, world.office)).text
    assert Draft.select().count() == 1


def test_an_address_that_names_no_new_draft_is_nobodys_page(world):
    chen, form = world.browser("chen"), open_sheet(world.browser("chen"), world.office)
    assert chen.get(form.url).status_code == 404
    assert chen.get(named(form, world.office).replace("service-contact", "none-such")).status_code == 404
    assert chen.get(form.url + "?definition=service-contact&record=1").status_code == 404
    theirs = world.working_sheet("zhou", world.university)
    stolen = named(form, world.office).replace(form.url, f"/drafts/{theirs.uuid}")
    assert chen.get(stolen).status_code == 404
    gone = world.working_sheet("chen")
    drafts.discard_draft(world.actor("chen"), gone.uuid)
    assert chen.get(named(form, world.office).replace(form.url, f"/drafts/{gone.uuid}")).status_code == 404
    assert world.browser("zhou").get(named(form, world.office)).status_code == 404
