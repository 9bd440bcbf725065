"""Two languages: times and numbers in words, and every sentence with its places."""

import re
from datetime import date
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import fieldforms
from fieldforms import i18n
from fieldforms.i18n import gettext

PACKAGE = Path(fieldforms.__file__).parent
PLACES = re.compile(r"%\((\w+)\)[sd]")
METHODS = [("**.py", "python"), ("templates/**.html", "jinja2")]
NOON = 1_795_500_600_000  # 2026-11-24 06:10 UTC


@pytest.fixture(scope="module")
def messages() -> dict:
    """Every message id of the program → where it stands."""
    found = {}
    for name, line, message, _comments, _context in extract_from_dir(
        PACKAGE, METHODS, keywords={"_": None, "N_": None, "gettext": None, "ngettext": (1, 2)}
    ):
        found[message if isinstance(message, str) else message[0]] = f"{name}:{line}"
    return found


@pytest.fixture(scope="module")
def english() -> dict:
    """Message id → its English."""
    path = i18n.CATALOGUES / "en" / "LC_MESSAGES" / "messages.po"
    with path.open("rb") as stream:
        catalogue = read_po(stream)
    return {
        message.id if isinstance(message.id, str) else message.id[0]: message.string
        for message in catalogue
        if message.id
    }


def test_every_sentence_has_its_english(messages, english):
    missing = {message: place for message, place in messages.items() if not english.get(message)}
    assert missing == {}


def test_translations_fill_the_same_places(english):
    for message, said in english.items():
        for text in [said] if isinstance(said, str) else said:
            assert not text or set(PLACES.findall(text)) <= set(PLACES.findall(message)) | {"num"}, message
            assert (
                not text
                or isinstance(said, tuple)
                or set(PLACES.findall(message)) == set(PLACES.findall(text))
            ), message


def test_english_holds_no_chinese(english):
    for message, said in english.items():
        for text in [said] if isinstance(said, str) else said:
            assert not re.search("[\u4e00-\u9fff]", text) or message in ("中文",), message


def test_chinese_is_the_source():
    assert gettext("没有这个页面，或者您无权查看。", "zh") == "没有这个页面，或者您无权查看。"
    assert gettext("“%(label)s”最多 %(max)s 个字。", "zh", label="备注", max=20) == "“备注”最多 20 个字。"


def test_a_sentence_nobody_translated_is_said_in_words():
    assert gettext("尚无译文", "en") == "尚无译文"
    assert gettext("", "en") == ""


@pytest.mark.parametrize(("lang", "said"), [
    ("zh", "表单定义有错误：tiny › fill: moves.kind 只能是 issued、fitted; tiny: 缺少 key"),
    ("en", "Mistakes in a form definition: tiny › fill: moves.kind must be one of: issued, fitted; tiny: key is missing"),
])  # fmt: skip
def test_what_fills_a_sentence_speaks_its_language(lang, said):
    kinds = ("tiny › fill", "moves.kind 只能是 %(kinds)s", {"kinds": ["issued", "fitted"]})
    missing = ("tiny", "缺少 %(key)s", {"key": "key"})
    assert i18n.sentence("表单定义有错误：%(mistakes)s", lang, mistakes=[kinds, missing]) == said


def test_a_reason_inside_a_sentence_speaks_its_language():
    refused = i18n.sentence("设置 %(name)s 不可用：%(why)s", "en", name="COLOUR", why="没有这个设置")
    assert refused == "The setting COLOUR cannot be used: there is no such setting"


def test_a_percent_sign_without_values_stays():
    assert gettext("100%", "zh") == "100%"


@pytest.mark.parametrize(("text", "zh", "en"), [
    ({"zh": "客户", "en": "Client"}, "客户", "Client"),
    ({"zh": "客户"}, "客户", "客户"),
    ("客户", "客户", "客户"),
    (None, "", ""),
    ("", "", ""),
])  # fmt: skip
def test_a_side_is_picked(text, zh, en):
    assert (i18n.pick(text, "zh"), i18n.pick(text, "en")) == (zh, en)


def test_days_and_times_are_the_zones():
    assert i18n.format_date(NOON, "zh") == "2026年11月24日"
    assert i18n.format_date(NOON, "en") == "24 Nov 2026"
    assert i18n.format_time(NOON, "zh") == "2026年11月24日 14:10"
    assert i18n.format_time(NOON, "en", "Europe/London") == "24 Nov 2026 06:10"
    assert i18n.format_day(NOON, "zh") == "11月24日"
    assert i18n.format_day(NOON, "en") == "24 Nov"
    assert (
        i18n.format_date("2026-11-24", "zh") == i18n.format_date(date(2026, 11, 24), "zh") == "2026年11月24日"
    )
    assert i18n.format_local("2026-11-24T14:10", "en") == "24 Nov 2026 14:10"
    assert i18n.format_date(1_796_054_400_000, "zh") == "2026年12月1日"  # midnight in Shanghai


def test_a_span_is_said_in_its_largest_unit():
    minute, day = 60_000, 86_400_000
    assert [i18n.format_span(ms, "en") for ms in (0, minute, 59 * minute, 3 * day)] == [
        "1 minute", "1 minute", "59 minutes", "3 days",
    ]  # fmt: skip
    assert "3" in i18n.format_span(3 * day, "zh")


@pytest.mark.parametrize(("number", "shown"), [
    ("13857100001", "138 5710 0001"),
    ("138 5710 0001", "138 5710 0001"),
    ("138-5710-0001", "138 5710 0001"),
    ("0571-5555 0100", "0571-5555 0100"),
    ("+86 138 5710 0001", "+86 138 5710 0001"),
    ("23857100001", "23857100001"),
    ("", ""),
])  # fmt: skip
def test_mobiles_are_grouped_and_the_rest_stays_as_given(number, shown):
    assert i18n.format_phone(number) == shown
