"""What is kept of questions between pages is the same for everybody, and a page looks as if nothing were kept."""

import re
from itertools import chain

import pytest
from flask import g
from jinja2 import ChoiceLoader, DictLoader
from werkzeug.datastructures import MultiDict

from fieldforms.forms.kinds import KINDS
from fieldforms.forms.questions import form_class_of_step, mark_mistakes
from fieldforms.store.library import definitions
from fieldforms.web import question_markup
from tests.forms.tiny import DEFINITIONS
from tests.web.hands import Form, contact_body, open_sheet

UUID = re.compile(r"/drafts/([0-9a-f-]{36})/photos")


@pytest.fixture(autouse=True)
def nothing_kept():
    question_markup.kept.clear()
    yield
    question_markup.kept.clear()


def forms() -> list:
    library = [definitions.read_definition(row) for row in definitions.in_use()]
    return [*library, *DEFINITIONS.values()]


def shown(app, definition, lang: str, keeping: bool, answers=None, wrong=(), **seen) -> str:
    """All questions of all steps, as a page shows them to somebody who reads `lang`."""
    looks = {"lang": lang} | seen | ({} if keeping else {"kept": lambda q: None})
    text = ""
    with app.test_request_context():
        g.lang = lang
        macros = app.jinja_env.get_template("macros.html").make_module(looks)
        for step in definition.steps:
            form = form_class_of_step(definition, step)(data=answers or {})
            mark_mistakes(form, {name: ["这里不对"] for name in wrong if name in form})
            text += "".join(macros.section(section, form) for section in definition.sections_of(step))
    return text


def surroundings(definition) -> list[dict]:
    """What pages differ in: addresses, what is not relevant, what is suggested, who may be chosen."""
    names = list(definition.fields)
    person = {"id": 7, "name": "陈志远"}
    return [
        {},
        {"photo_url": "/drafts/1/photos/{}".format, "photo_upload_url": "/drafts/1/photos?a=1&b=2"},
        {"device_lookup_url": "/devices/look-up"},
        {"irrelevant": {*names, *(section.name for section in definition.sections)}},
        {"irrelevant": set(names[::2])},
        {"suggested": {name: {"count": 6, "source": "devices"} for name in names}},
        {"suggested": {name: {"count": 0, "source": "last"} for name in names[::2]}},
        {"suggestions": {name: ["徐明", "林岚"] for name in names}},
        {"people": [person], "backups": ["数字音频处理器 · 预设 2"]},
        {"people": [person | {"name": "周海燕"}], "backups": ["阶梯教室功放 · 预设 1"]},
    ]


def test_a_page_looks_the_same_whether_its_questions_were_kept_or_not(app):
    """The walk over every kind: whatever a new one looks at must be in `Look`, or this differs."""
    most = 0  # kept at once: when it is too much, all goes
    for definition in forms():
        for seen in surroundings(definition):
            for lang in ("zh", "en", "zh"):
                fresh = shown(app, definition, lang, keeping=False, **seen)
                for _time in range(2):
                    assert shown(app, definition, lang, keeping=True, **seen) == fresh
            most = max(most, len(question_markup.kept))
    assert most > 200


@pytest.mark.parametrize("text", ["<b>\"丁\" & 'x'</b>", "2026-11-24T10:05", "17", "0", "\x00answer\x00"])
def test_an_answer_looks_the_same_whether_its_question_was_kept_or_not(app, text):
    for definition in forms():
        said = {name: text for name in said_under(definition)} | a_choice_of_each(definition)
        answers = {}
        for step in definition.steps:
            answers |= form_class_of_step(definition, step)(formdata=MultiDict(said)).data
        offered = {"suggestions": {name: [text, "徐明"] for name in definition.fields}}
        for _time in range(2):
            assert shown(app, definition, "zh", True, answers, **offered) == shown(
                app, definition, "zh", False, answers, **offered
            )


def a_choice_of_each(definition) -> dict[str, str]:
    chosen = {}
    for field in definition.fields.values():
        choices = KINDS[field.type].choices(field)
        chosen |= {field.name: choices[-1].name} if choices else {}
    return chosen


def test_nothing_that_anybody_said_is_kept(app):
    for definition in forms():
        for lang in ("zh", "en"):
            answers = {}
            for step in definition.steps:
                said = MultiDict((name, "QX") for name in said_under(definition))
                answers |= form_class_of_step(definition, step)(formdata=said).data
            page = shown(app, definition, lang, True, answers, wrong=list(definition.fields), suggestions={
                name: ["QX"] for name in definition.fields}, backups=["QX"], people=[{"id": 1, "name": "QX"}])  # fmt: skip
            assert "QX" in page and "这里不对" in page
            after = shown(app, definition, lang, True)
            assert "QX" not in after and "这里不对" not in after
    kept = "".join(chain.from_iterable(question_markup.kept.values()))
    assert "QX" not in kept and "这里不对" not in kept


def said_under(definition) -> list[str]:
    """The names of all inputs, those in rows too."""
    ends = ("", ".first", ".note", ".photos", ".add")
    rows = [f"{field.name}.0.{inner.name}" for field in definition.fields.values() for inner in field.fields]
    return [name + end for name in [*definition.fields, *rows] for end in ends]


def test_a_wrong_answer_is_not_the_next_ones(world):
    """chen's sheet comes back with what he typed and what is wrong; zhou then opens the same form."""
    chen = open_sheet(world.browser("chen"), world.office)
    refused = chen.post(then="check", solution="只有我知道", request="", open_points="还有一处")
    assert "只有我知道" in refused.text and "请填写" in refused.text
    page = open_sheet(world.browser("zhou"), world.university).page.text
    for foreign in ("只有我知道", "还有一处", "请填写", "徐明", "政务", "陈志远", chen.body["record"]):
        assert foreign not in page
    everything = "".join(chain.from_iterable(question_markup.kept.values()))
    assert everything
    for foreign in ("只有我知道", "请填写", "徐明", "林岚", "陈志远", "周海燕", chen.body["csrf_token"]):
        assert foreign not in everything


def test_what_was_blank_shows_what_was_said_since(world):
    form = open_sheet(world.browser("chen"), world.office)
    assert form.post(**contact_body(world.office, remarks="换过保险丝")).status_code == 303
    again = form.browser.get(form.url).text
    assert "换过保险丝" in again
    assert "换过保险丝" not in open_sheet(world.browser("chen"), world.office).page.text


def test_photos_go_to_the_draft_of_the_page(world):
    browser = world.browser("chen")
    address = f"/forms/av-maintenance/new?device={world.office.code.code}"
    for _time in range(3):
        form = Form(browser, address)
        assert set(UUID.findall(form.page.text)) == {form.url.rsplit("/", 1)[1]}


def test_each_reads_their_own_language(world):
    browser = world.browser("chen")
    address = f"/forms/service-contact/new?device={world.office.code.code}"
    for _time in range(2):
        assert "请选择" not in (english := browser.get(f"{address}&lang=en").text) and "(optional)" in english
        assert (
            "（选填）" in (chinese := browser.get(f"{address}&lang=zh").text) and "(optional)" not in chinese
        )


def test_no_more_is_kept_than_may_be(app, monkeypatch):
    monkeypatch.setattr(question_markup, "MOST_KEPT", 5)
    for definition in forms():
        assert shown(app, definition, "zh", True) == shown(app, definition, "zh", False)
    assert 0 < len(question_markup.kept) <= 5


@pytest.mark.parametrize("word", ["csrf_token", "request", "session", "g", "config", "person"])
def test_a_template_that_looks_at_the_request_sees_nothing(app, monkeypatch, word):
    """So that a careless one shows at once, on every page, and not somebody else's."""
    looking = DictLoader({"fields/text.html": "<b>{{ WORD or '' }}</b>".replace("WORD", word)})
    environment = app.jinja_env.overlay(loader=ChoiceLoader([looking, app.jinja_env.loader]), cache_size=0)
    monkeypatch.setitem(vars(app), "jinja_env", environment)
    assert shown(app, DEFINITIONS["kinds"], "zh", True, person="陈志远").count("<b></b>") == 1
