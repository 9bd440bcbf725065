"""PDF files beside an answer: sent with the step, sealed by digest, handed out to be saved, to who may see the sheet."""

import io

import pytest

from fieldforms.forms.kinds import KINDS
from fieldforms.store.files import files
from fieldforms.store.models import Draft, Entry, Room
from tests.web.filling.hands import LISTS, PDF, a_photo
from tests.web.hands import Form, errors


def listing(world) -> Form:
    return Form(world.browser("chen"), f"/forms/handover/new?client={world.office.client.id}")


def body(world, **more) -> dict:
    known = {"client_name": world.office.client.name, "contact": "徐明", "handed_over_on": "2026-11-24"}
    return known | dict.fromkeys(LISTS, "not_existing") | {"manuals": "received"} | more


def sent(form: Form, content: bytes, **answers):
    """As a browser sends it: the whole form with its file."""
    given = form.body | answers | {"manuals_document.file": (io.BytesIO(content), "操作手册.pdf")}
    return form.browser.post(form.url, data=given, content_type="multipart/form-data")


def kept(form: Form) -> list[str]:
    return Draft.get(Draft.uuid == form.url.split("/")[2]).answers.get("manuals_document", [])


def test_a_document_is_kept_as_it_came_and_sealed_with_the_sheet(world):
    form = listing(world)
    checked = sent(form, PDF, then="check", **body(world))
    assert checked.status_code == 303, errors(checked.text)
    [digest] = kept(form)
    assert files.read_file(digest) == PDF
    page = form.browser.get(form.url).text
    assert f'name="manuals_document" value="{digest}" checked' in page
    assert form.browser.get(f"{form.url}/documents/{digest}").data == PDF
    number = Form(form.browser, checked.location, "complete").post().location.split("/")[2]
    assert Entry.select().where(Entry.number == number).count() == 1
    assert f"/records/{number}/documents/{digest}" in form.browser.get(f"/records/{number}").text
    answer = form.browser.get(f"/records/{number}/documents/{digest}")
    assert (answer.data, answer.headers["Content-Type"]) == (PDF, "application/pdf")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="document-{digest[:12]}.pdf"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert form.browser.get(f"/records/{number}.pdf").data[:5] == b"%PDF-"
    for login in ("zhou", "wangjing"):
        assert world.browser(login).get(f"/records/{number}/documents/{digest}").status_code == 404
    assert form.browser.get(f"/records/{number}/documents/{'0' * 64}").status_code == 404
    assert form.browser.get(f"/records/{number}/photos/{digest}").status_code == 404


def test_a_document_from_where_no_photos_are_taken_is_kept_as_anywhere(world):
    Room.update(no_cameras=True).where(Room.id == world.office.room.id).execute()
    form = Form(world.browser("chen"), f"/forms/handover/new?device={world.office.code.code}")
    checked = sent(form, PDF, then="check", **body(world))
    assert checked.status_code == 303, errors(checked.text)
    [digest] = kept(form)
    number = Form(form.browser, checked.location, "complete").post().location.split("/")[2]
    assert form.browser.get(f"/records/{number}/documents/{digest}").data == PDF


@pytest.mark.parametrize("content", [b"<html><script>alert(1)</script>", b"PK\x03\x04", b" %PDF-1.7"])
def test_what_is_no_pdf_is_refused_and_loses_nothing(world, content):
    form = listing(world)
    form.post(**body(world))
    answer = sent(form, content, then="check", **body(world, contact="林岚"))
    assert answer.status_code == 422 and "不是 PDF 文件" in answer.text
    assert kept(form) == []


def test_one_that_is_unticked_is_left_out(world):
    form = listing(world)
    sent(form, PDF, **body(world))
    assert len(kept(form)) == 1
    Form(form.browser, form.url).post(**body(world))
    assert kept(form) == []


def test_a_documents_digest_from_elsewhere_is_none_of_this_sheet(world):
    theirs = listing(world)
    sent(theirs, PDF, **body(world))
    mine = listing(world)
    mine.post(**body(world, manuals_document=kept(theirs)[0]))
    assert kept(mine) == []


def test_a_photo_is_no_document_to_save(world):
    form = listing(world)
    form.post(**body(world))
    digest = files.keep_file(b"\xff\xd8\xff a picture", "image/jpeg").digest
    uuid = form.url.split("/")[2]
    files.note_upload(uuid, "0" * 64, files.keep_file(b"\xff\xd8\xff a picture", "image/jpeg"))
    assert form.browser.get(f"/drafts/{uuid}/documents/{digest}").status_code == 404


@pytest.mark.parametrize(
    ("lang", "text"),
    [("zh", "PDF 2 份 (abababababab, cdcdcdcdcdcd)"), ("en", "2 PDF (abababababab, cdcdcdcdcdcd)")],
)
def test_the_paper_names_each(lang, text):
    kind = KINDS["documents"]
    assert kind.paper(["ab" * 32, "cd" * 32], None, lang).text == text
    assert kind.paper(None, None, lang).empty


def test_what_is_said_to_be_received_needs_its_photo_or_its_file(world):
    form = listing(world)
    refused = form.post(then="check", **body(world, equipment_list="received", as_built_drawings="missing"))
    assert refused.status_code == 422
    lists = {name: sentence for name, sentence in errors(refused.text)}
    assert set(lists) == {"f-equipment_list_file", "f-manuals_file"}, (
        "what is missing or never was needs none"
    )
    assert "电子版（PDF）" in lists["f-manuals_file"] and "请添加" in lists["f-manuals_file"]
    photo = {"equipment_list_file.file": (io.BytesIO(a_photo()), "清单.jpg")}
    checked = sent(form, PDF, then="check", **body(world, equipment_list="received"), **photo)
    assert checked.status_code == 303, errors(checked.text)
