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
    return address(place, draft=form.url.split("/")[-1])


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
    assert Form(chen, named(form, world.office)).url == form.url
    assert not Draft.select().count(), "looking saves nothing"
    form.autosave(**contact_body(world.office, request="话筒有杂音"))
    assert chen.get(named(form, world.office)).location == form.url
    assert "话筒有杂音" in chen.get(form.url).text
    assert Draft.select().count() == 1


def test_an_address_that_names_somebody_elses_draft_or_none_opens_neither(world):
    chen = world.browser("chen")
    theirs, gone = world.working_sheet("zhou", world.university), world.working_sheet("chen")
    drafts.discard_draft(world.actor("chen"), gone.uuid)
    for uuid in (theirs.uuid, gone.uuid):
        assert chen.get(address(world.office, draft=uuid), follow_redirects=True).status_code == 404
    nonsense = Form(chen, address(world.office, draft="x"))
    assert drafts.is_uuid(nonsense.url.split("/")[-1])


def test_beside_an_open_draft_the_new_page_stays_its_own(world):
    world.working_sheet("chen")
    chen = world.browser("chen")
    form = Form(chen, address(world.office, another=1))
    assert Form(chen, named(form, world.office)).url == form.url


def test_after_it_was_handed_in_its_first_address_leads_to_the_sheet(world):
    chen = world.browser("chen")
    form = open_sheet(chen, world.office)
    checked = form.post(then="check", **contact_body(world.office))
    number = Form(chen, checked.location, "complete").post().location.split("/")[2]
    assert number in chen.get(named(form, world.office), follow_redirects=True).text


def test_what_else_an_address_says_is_carried_and_does_nothing(world):
    world.working_sheet("chen")
    strange = "&key=x&_method=POST&_scheme=ftp&_external=1&endpoint=y"
    page = world.browser("chen").get(address(world.office) + strange)
    another = re.search(r'href="([^"]+another=1[^"]*)"', page.text)[1].replace("&amp;", "&")
    assert page.status_code == 200 and another.startswith("/forms/service-contact/new?device=")
    assert 'id="draft"' in world.browser("chen").get(another).text
