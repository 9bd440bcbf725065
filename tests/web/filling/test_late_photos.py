"""Photos that arrive when the page of their question is not open any more."""

import re

from fieldforms.store.models import Draft
from tests.web.filling.hands import a_photo
from tests.web.hands import Form, contact_body, open_sheet


def late(form: Form, question: str, size=(64, 48)):
    """The phone sends a photo, and where it belongs."""
    headers = {"X-CSRFToken": form.body["csrf_token"]}
    return form.browser.post(f"{form.url}/photos/_?to={question}", data=a_photo(size), headers=headers)


def draft_of(form: Form) -> Draft:
    return Draft.get(Draft.uuid == form.url.split("/")[-1])


def saved_sheet(world) -> Form:
    form = open_sheet(world.browser("chen"), world.office)
    form.autosave(**contact_body(world.office))
    return form


def test_a_late_photo_stands_among_the_answers_and_every_other_one_is_as_it_was(world):
    form = saved_sheet(world)
    before = draft_of(form)
    answer = late(form, "work_photos")
    now = draft_of(form)
    assert answer.status_code == 201 and answer.json["named"]
    assert now.answers == before.answers | {"work_photos": [answer.json["digest"]]}
    assert answer.json["version"] == now.version == before.version + 1


def test_the_same_late_photo_twice_is_one(world):
    form = saved_sheet(world)
    first, again = late(form, "work_photos"), late(form, "work_photos")
    assert again.json == first.json and len(draft_of(form).answers["work_photos"]) == 1


def test_a_late_photo_of_a_line_of_the_checklist_finds_its_line(world):
    url = f"/forms/av-maintenance/new?device={world.office.code.code}"
    form = Form(world.browser("chen"), url)
    form.autosave()
    item = re.search(r'data-photos="([\w]+)\.photos"', form.page.text)[1]
    digest = late(form, f"{item}.photos").json["digest"]
    assert draft_of(form).answers[item]["photos"] == [digest]


def test_what_has_no_place_for_it_says_so_and_keeps_what_it_has(world):
    form = saved_sheet(world)
    before = draft_of(form).answers
    for question in ("request", "nothing", "work_photos.photos", "serviced_devices", ""):
        assert late(form, question).json["named"] is False, question
    assert draft_of(form).answers == before


def test_a_draft_that_was_never_saved_takes_none(world):
    form = open_sheet(world.browser("chen"), world.office)
    assert late(form, "work_photos").status_code == 404


def test_what_comes_after_the_sealing_is_refused(world):
    form = saved_sheet(world)
    checked = form.post(then="check", **contact_body(world.office), version=draft_of(form).version)
    Form(form.browser, checked.location, "complete").post()
    assert late(form, "work_photos").status_code == 409


def test_nobody_adds_to_somebody_elses_draft(world):
    form, other = saved_sheet(world), open_sheet(world.browser("zhou"), world.university)
    other.url = form.url
    assert late(other, "work_photos").status_code == 404


def test_who_went_on_without_photos_has_said_so_on_the_record(world):
    form = saved_sheet(world)
    checked = form.post(then="check", **contact_body(world.office))
    done = Form(form.browser, checked.location, "complete").post(missing="2")
    number = done.location.split("/")[2]
    assert "提交时有 2 张照片没传上" in form.browser.get(f"/records/{number}").text


def test_how_many_are_missing_is_a_number_or_nothing(world):
    for said in ("many", "-3", ""):
        form = saved_sheet(world)
        checked = form.post(then="check", **contact_body(world.office))
        done = Form(form.browser, checked.location, "complete").post(missing=said)
        assert "张照片没传上" not in form.browser.get(f"/records/{done.location.split('/')[2]}").text
