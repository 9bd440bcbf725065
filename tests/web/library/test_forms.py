"""The organisation's own forms: seen on a phone before they count, published, retired, put back."""

from dataclasses import replace
from io import BytesIO

import pytest

from fieldforms import config
from fieldforms.flow.completing import completion
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.flow.library import form_files
from fieldforms.forms.loading import LIBRARY
from fieldforms.store.library import definitions
from fieldforms.store.models import Audit, Draft, Entry, File, FormVersion, Record
from fieldforms.store.record import records
from tests.flow.library.hands import TINY
from tests.people import csrf
from tests.places import DOCS

KEY_LOAN = DOCS / "examples" / "key-loan.toml"


def text(response) -> str:
    return response.get_data(as_text=True)


def post(browser, url, **form):
    token = csrf(text(browser.get("/account")))
    return browser.post(url, data={"csrf_token": token} | form)


@pytest.fixture
def folder(world, settings, tmp_path):
    """The organisation's folder, with a form that waits in it."""
    config.use(replace(settings, forms=tmp_path))
    (tmp_path / "key-loan.toml").write_text(KEY_LOAN.read_text("utf-8"), encoding="utf-8")
    return tmp_path


def test_a_new_form_waits_until_an_administrator_publishes_it(world, folder):
    admin, chen = world.browser("admin"), world.browser("chen")
    begin = f"/forms/key-loan/new?client={world.office.client.id}"
    assert "/forms/key-loan" in text(admin.get("/forms")).split("使用中")[0]
    assert chen.get(begin).status_code == 404
    assert ">发布<" in text(admin.get("/forms/key-loan"))
    assert post(admin, "/forms/key-loan/publication").status_code == 303
    shown = text(admin.get("/forms/key-loan"))
    assert "已发布第 1 版。" in shown and ">发布<" not in shown
    assert definitions.current_version("key-loan").digest in shown
    assert chen.get(begin).status_code == 200
    line = Audit.get(Audit.ref == "key-loan")
    assert (line.action, line.actor_id) == ("definition.publish", world.users["admin"].id)


def test_the_recipes_form_works_from_lending_to_return(world, folder):
    """README, "Add a form": published without a restart, filled, overdue, closed, in a register of its own."""
    post(world.browser("admin"), "/forms/key-loan/publication")
    chen, about = world.actor("chen"), {"client": world.office.client.id}
    new = drafts.start_draft(chen, "key-loan", about, drafts.new_uuid(), drafts.new_uuid())
    assert new.draft.answers["client_name"] == "市政务服务中心"
    given = new.draft.answers | {
        "key_name": "机房 3 号", "borrower": "丁一", "due_back_at": "2099-01-02T10:00",
        "borrower_signature": {"name": "丁一", "typed": True},
    }  # fmt: skip
    drafts.save_draft(chen, new, given, 0, "tests")
    entry = completion.complete(chen, new.draft.uuid, HandedIn(given)).entry
    assert entry.number.startswith("YS-")
    row = Record.get(Record.number == entry.number)
    assert (row.state, row.due_on, row.summary) == ("open", "2099-01-02", "机房 3 号")
    back = drafts.open_next_step(chen, records.by_uuid(chen.viewer, entry.record))
    completion.complete(chen, back.uuid, HandedIn(back.answers | {"complete": "yes"}))
    assert Record.get(Record.number == entry.number).state == "closed"
    register = text(world.browser("chen").get("/records?form=key-loan"))
    assert "应归还时间" in register and "丁一" in register


def test_a_changed_file_waits_and_the_published_version_stays(world, folder):
    admin = world.browser("admin")
    post(admin, "/forms/key-loan/publication")
    old = definitions.current_version("key-loan").digest
    path = folder / "key-loan.toml"
    path.write_text(path.read_text("utf-8").replace("借用人电话", "借用人手机"), encoding="utf-8")
    assert "有改动" in text(admin.get("/forms")).split("使用中")[0]
    assert "借用人手机" in text(admin.get("/forms/key-loan/preview"))
    chen = world.browser("chen")
    assert "借用人电话" in text(chen.get(f"/forms/key-loan/new?client={world.office.client.id}"))
    post(admin, "/forms/key-loan/publication")
    shown = text(admin.get("/forms/key-loan"))
    assert old in shown and definitions.current_version("key-loan").digest in shown and "第 2 版" in shown


def test_the_mistakes_of_a_file_are_named_and_it_is_not_published(world, folder):
    admin, path = world.browser("admin"), folder / "key-loan.toml"
    path.write_text(path.read_text("utf-8").replace('by = "technician"', 'by = "boss"', 1), encoding="utf-8")
    assert "1 处错误" in text(admin.get("/forms"))
    shown = text(admin.get("/forms/key-loan"))
    assert "<b>key-loan › out</b> by 不认识 boss" in shown and ">发布<" not in shown
    assert "<b>key-loan › out</b> by cannot be boss" in text(admin.get("/forms/key-loan?lang=en"))
    assert "by 不认识 boss" in text(admin.get("/forms/key-loan/preview"))
    assert admin.get("/forms/key-loan/preview.pdf").status_code == 404
    refused = post(admin, "/forms/key-loan/publication")
    assert (refused.status_code, "by 不认识 boss" in text(refused)) == (422, True)
    assert definitions.current_version("key-loan") is None


def test_a_file_that_does_not_fit_the_others_can_be_seen_and_not_published(world, folder):
    admin, path = world.browser("admin"), folder / "key-loan.toml"
    opens = '\n[[opens]]\nform = "moon"\nafter = "out"\nlabel = { zh = "月", en = "Moon" }\n'
    path.write_text(path.read_text("utf-8") + opens, encoding="utf-8")
    assert "没有名为 moon 的表单" in text(admin.get("/forms/key-loan"))
    assert "借用人电话" in text(admin.get("/forms/key-loan/preview"))
    assert post(admin, "/forms/key-loan/publication").status_code == 422


def test_a_file_that_is_no_form_at_all_is_named(world, folder):
    (folder / "torn.toml").write_bytes(b"key = \xff")
    shown = text(world.browser("admin").get("/forms/torn"))
    assert "不是有效的 TOML" in shown


def test_the_preview_shows_every_step_and_keeps_nothing(world, folder):
    gao, before = world.browser("gao"), counts()
    shown = text(gao.get("/forms/key-loan/preview"))
    assert "预览：什么也不会保存" in shown
    assert 'name="borrower"' in shown and 'name="back_at"' in shown
    assert "data-conditions" in shown and "data-autosave" not in shown and "/drafts/" not in shown
    assert 'data-relevant=\'{"complete": "no"}\'' in shown
    tried = post(gao, "/forms/key-loan/preview", borrower="丁一", key_name="机房")
    assert tried.status_code == 422
    assert "请填写“客户名称”。" in text(tried) and 'value="丁一"' in text(tried)
    assert counts() == before


def counts() -> list[int]:
    return [model.select().count() for model in (Draft, Entry, Record, File, Audit, FormVersion)]


def test_answers_that_would_do_are_told_so(world, folder):
    given = {
        "client_name": "政务中心", "key_name": "机房", "borrower": "丁一", "copies": "1",
        "out_at": "2026-01-01T10:00", "due_back_at": "2026-01-02T10:00", "borrower_signature.name": "丁一",
        "borrower_signature.typed": "1", "back_at": "2026-01-01T12:00", "complete": "no",
    }  # fmt: skip
    gao = world.browser("gao")
    missing = post(gao, "/forms/key-loan/preview", **given)
    assert "请填写“缺少什么、如何处理”。" in text(missing), "the form's own conditions decide"
    tried = post(gao, "/forms/key-loan/preview", **given | {"missing": "一把"})
    assert (tried.status_code, "每一步都能提交" in text(tried)) == (200, True)


PHOTO_ROWS = (
    TINY.split("[[section.field]]")[0]
    + """
[[section.field]]
name = "pic"
type = "photos"
label = { zh = "照片", en = "Photo" }
required = true

[[section.field]]
name = "rows"
type = "repeat"
label = { zh = "行", en = "Rows" }
[[section.field.field]]
name = "word"
type = "text"
label = { zh = "字", en = "Word" }

[[step]]"""
    + TINY.split("[[step]]")[1]
)


def test_photos_count_as_taken_and_rows_can_be_added_without_scripts(world, folder):
    (folder / "tiny-visit.toml").write_text(PHOTO_ROWS, encoding="utf-8")
    gao, url = world.browser("gao"), "/forms/tiny-visit/preview"
    assert "请填写“照片”。" in text(post(gao, url))
    assert post(gao, url, **{"pic.file": (BytesIO(b"x"), "a.jpg")}).status_code == 200
    added = post(gao, url, **{"rows.0.word": "甲", "rows.add": "1"})
    assert added.status_code == 200
    assert 'name="rows.1.word"' in text(added) and "每一步都能提交" not in text(added)
    assert File.select().count() == 0


@pytest.mark.parametrize("key", [path.stem for path in sorted(LIBRARY.glob("*.toml"))])
def test_each_of_the_company_s_forms_can_be_previewed(world, key):
    gao = world.browser("gao")
    shown = text(gao.get(f"/forms/{key}/preview"))
    definition = definitions.read_definition(definitions.current_version(key))
    for name, field in definition.fields.items():
        assert f'id="q-{name}"' in shown, field
    assert post(gao, f"/forms/{key}/preview").status_code in (200, 422)


def test_the_blank_sheet_of_a_file_is_a_pdf(world, folder):
    sheet = world.browser("gao").get("/forms/key-loan/preview.pdf")
    assert (sheet.status_code, sheet.data[:4]) == (200, b"%PDF")


def test_a_code_leads_a_phone_to_the_preview(world, folder):
    shown = text(world.browser("gao").get("/forms/key-loan"))
    assert 'aria-label="预览的二维码"' in shown and "<svg" in shown


def test_a_supervisor_looks_and_does_not_publish(world, folder):
    gao = world.browser("gao")
    assert ">发布<" not in text(gao.get("/forms/key-loan"))
    assert "停用这张表单" not in text(gao.get("/forms/handover"))
    assert post(gao, "/forms/key-loan/publication").status_code == 403


def test_a_retired_form_begins_no_more_its_sheets_are_read_and_it_is_put_back(world):
    admin, chen, signed = world.browser("admin"), world.browser("chen"), world.signed_sheet()
    key, begin = "service-contact", f"/forms/service-contact/new?client={world.office.client.id}"
    assert "停用这张表单" in text(admin.get(f"/forms/{key}"))
    assert "随时可以恢复" in text(admin.get(f"/forms/{key}/retirement"))
    assert post(admin, f"/forms/{key}/retirement").status_code == 303
    assert chen.get(begin).status_code == 404
    assert chen.get(f"/records/{signed.number}").status_code == 200
    form_files.publish_all()
    assert chen.get(begin).status_code == 404, "a start of the server does not undo what somebody decided"
    shown = text(admin.get(f"/forms/{key}"))
    assert "重新启动也不会恢复" in shown and "恢复使用" in shown
    assert f"/forms/{key}" in text(admin.get("/forms")).split("已停用")[1]
    assert post(admin, f"/forms/{key}/return").status_code == 303
    assert chen.get(begin).status_code == 200


def test_how_many_sheets_there_are_is_told(world):
    world.signed_sheet()
    assert "FW</span> · 1 张 · 第 1 版" in text(world.browser("gao").get("/forms"))


@pytest.mark.parametrize("key", ["moon", "..%2Fconfig", "service-contact.toml"])
def test_a_form_that_is_none_is_not_found(world, key):
    admin = world.browser("admin")
    for page in ("", "/preview", "/preview.pdf", "/retirement"):
        assert admin.get(f"/forms/{key}{page}").status_code == 404


def test_without_a_folder_the_page_says_how_to_have_one(world):
    assert "FIELDFORMS_FORMS" in text(world.browser("admin").get("/forms"))
