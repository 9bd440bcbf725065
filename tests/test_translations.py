"""Everything people read is there in both languages: Chinese is what the program says, English what the catalogue says."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from jinja2 import Environment

from fieldforms import i18n
from fieldforms.forms.loading import LIBRARY
from fieldforms.paper import labels, pdf

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "fieldforms"
CATALOGUE = i18n.CATALOGUES / "en/LC_MESSAGES/messages.po"
TEMPLATES = sorted(PACKAGE.glob("templates/**/*.html"))
MODULES = [path for path in sorted(PACKAGE.glob("**/*.py")) if "demo" not in path.parts]
SCRIPTS = sorted(PACKAGE.glob("static/js/*.js"))
FORMS = sorted(LIBRARY.glob("*.toml"))

HAN = re.compile(r"[\u3400-\u9fff]")
CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")  # its punctuation, too
PLACE = re.compile(r"%\(\w+\)[sd]")
LIKE = {"。": ".", "？": "?", "：": ":"}

MARKS = {"_", "N_", "gettext", "ngettext"}
ITS_OWN_NAME = {"中文"}  # a language is offered in itself
NOT_SAID_TO_PEOPLE = {
    "flow/prefill/open_points.py": {
        "已处理",
        "已解决",
        "无",
        "无遗留",
        "无遗留问题",
        "暂无",
        "没有",
    },  # what people write for "nothing"
    "flow/cabling/port_texts.py": {"没有", "无"},
    "flow/cabling/port_notation.py": {"公", "母"},  # of the notation that port_texts reads back
    "flow/importing/list_rows.py": {
        "同上 〃 ″ ” “ \" '' 〞 ditto do. 同前 -〃- -同上- （同上） (同上) 同上。"
    },
    "store/search.py": {"涉x"},  # a mark in the index
    # What companies write into their lists, read by it.
    "flow/importing/cell_reading.py": {
        "一二两三四五六七八九十",
        r"(?P<n>\d{1,2}|[一二两三四五六七八九十]|(?:19|20)\d{2})\s*年",
        "前|多|余|以上",
        "月",
        "年",
        "年y",
        "/ \\ - -- --- — —— ／ － n/a na 无 暂无 空 未知 不详 none null",
        "否 无 × ✗ n no false 0 不 x 假",
        "是 有 √ ✓ ✔ y yes true 1 对 v 真",
    },
    "flow/importing/device_details.py": {"数量：{}"},
    "flow/importing/list_helper.py": {"否", "是"},
    "flow/importing/header_rows.py": {
        "单位",
        "台 个 套 只 件 块 支 条 把 张 付 副 组 面 部 对 根 米 卷 盒 箱 pcs set",
    },
    "flow/importing/part_rows.py": {
        "配件|零件|耗材|spare part|spare|part",
        "本公司",
        "备用机|loan unit|loaner",
        "公司",
        "公司库",
        "仪器|工器具|tool",
    },
    "flow/importing/person_rows.py": {
        "技术员|工程师|驻场|驻场工程师|运维|技术人员|engineer",
        "系统管理员|administrator",
        "调度",
        "人事|行政|人力",
        "副总|总经理|领导",
        "经理|部门主管",
    },
    "flow/importing/site_rows.py": {"年度合同|包年", "质保|保修期内", "次合同|单次"},
    "flow/faults/fault_reports.py": {
        "欧阳 司马 上官 诸葛 司徒 东方 夏侯 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 端木 南宫"
    },  # family names of two
    "config.py": {"恒声视讯技术服务有限公司"},  # the demo company; it has an English name of its own
    "forms/kinds/references.py": {" 张"},  # in Chinese only: English counts without a classifier
    "forms/reading.py": {" 转 "},  # before an extension, in a telephone number as it is kept
    "forms/xlsform/words.py": {  # how workbooks name their languages
        r"中文|汉语|简体|chinese|\bzh\b",
        r"英文|英语|english|\ben\b",
    },
    "web/access.py": {"微信"},  # kept with the session, as the phone's name
}
# What says nothing to whoever reads a page: headers of companies' lists, and papers that are Chinese documents (docs/papers.md).
ONLY_READ = {
    "flow/cabling/port_counts.py",
    "flow/cabling/port_words.py",
    "flow/register/column_headers.py",
    "flow/papers/paper_cabling.py",
    "flow/papers/paper_facts.py",
    "flow/papers/paper_figures.py",
}


@pytest.fixture(scope="module")
def catalogue():
    with CATALOGUE.open("rb") as file:
        return {message.id: message for message in read_po(file, locale="en") if message.id}


def extracted() -> set:
    """What `make translations` collects: message ids; a pair for a plural."""
    mappings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["babel"]["mappings"]
    methods = [(mapping["pattern"], mapping["method"]) for mapping in mappings]
    return {found[2] for found in extract_from_dir(PACKAGE, methods)}


def texts(message) -> Iterator[tuple[str, str]]:
    """(Chinese, English) of a message and of its plural."""
    if isinstance(message.id, str):
        yield message.id, message.string
    else:
        for said in message.string:
            yield message.id[1], said


def test_every_string_is_translated_into_english(catalogue):
    translated = {id for id, message in catalogue.items() if all(english for _, english in texts(message))}
    lacks = extracted() - translated
    assert not lacks, "run `make translations`, then translate"


def test_the_catalogue_holds_nothing_the_program_no_longer_says(catalogue):
    assert not catalogue.keys() - extracted(), "run `make translations`"


def test_placeholders_are_the_same_in_english(catalogue):
    pairs = [pair for message in catalogue.values() for pair in texts(message)]
    assert not [pair for pair in pairs if len({frozenset(PLACE.findall(text)) for text in pair}) > 1]


def test_a_percent_sign_is_only_ever_a_placeholder(catalogue):
    """Templates format every string, even one without values."""
    both = [text for message in catalogue.values() for pair in texts(message) for text in pair]
    assert not [text for text in both if "%" in PLACE.sub("", text)]


def test_no_chinese_is_left_in_the_english(catalogue):
    pairs = [pair for message in catalogue.values() for pair in texts(message)]
    assert not [pair for pair in pairs if CHINESE.search(pair[1])]


def test_a_sentence_ends_as_one_in_english(catalogue):
    pairs = [pair for message in catalogue.values() for pair in texts(message)]
    assert not [(zh, en) for zh, en in pairs if not en.rstrip().endswith(LIKE.get(zh[-1:], ""))]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(PACKAGE / "templates")))
def test_templates_say_nothing_around_the_catalogue(path):
    """Strings may hold Chinese punctuation: a template chooses by language what it joins a list with."""
    bare, before = [], ("", "")
    for line, kind, value in Environment().lex(path.read_text()):
        if kind == "data" and CHINESE.search(value):
            bare.append((line, value.strip()))
        marked = before == ("_", "(") or value[1:-1] in ITS_OWN_NAME
        if kind == "string" and HAN.search(value) and not marked:
            bare.append((line, value))
        if kind != "whitespace":
            before = before[1], value
    assert not bare


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_modules_say_nothing_around_the_catalogue(path):
    name = path.relative_to(PACKAGE).as_posix()
    tree = ast.parse(path.read_text())
    fine = {id(node) for node in said_in_both(tree)}
    bare = {node.value for node in ast.walk(tree) if is_chinese(node) and id(node) not in fine}
    assert name in ONLY_READ or bare - NOT_SAID_TO_PEOPLE.get(name, set()) == set()


def is_chinese(node) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(HAN.search(node.value))


def said_in_both(tree) -> Iterator[ast.AST]:
    """Nodes inside of marked strings, of {"zh": …, "en": …}, of docstrings and of patterns that are read with."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node) in MARKS | {"compile"}:
            yield from ast.walk(node)
        if isinstance(node, ast.Dict) and {"zh", "en"} <= {getattr(key, "value", None) for key in node.keys}:
            yield from ast.walk(node)
        if isinstance(node, ast.Expr):
            yield node.value


def called(node: ast.Call) -> str:
    return getattr(node.func, "id", getattr(node.func, "attr", ""))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts_have_no_words_of_their_own(path):
    code = re.sub(r"/\*.*?\*/|//[^\n]*", "", path.read_text(), flags=re.DOTALL)
    assert not CHINESE.findall(code)


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_forms_of_the_library_are_complete_in_english(path):
    incomplete = []
    for place, text in definition_texts(tomllib.loads(path.read_text()), path.stem):
        if isinstance(text, str) or not text["en"].strip() or CHINESE.search(text["en"]):
            incomplete.append(place)
    assert not incomplete


def definition_texts(value, place: str) -> Iterator[tuple[str, dict | str]]:
    """(where, the {zh, en}); a bare string only when it is Chinese."""
    if isinstance(value, dict) and "zh" in value:
        yield place, {"en": "", **value}
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from definition_texts(inner, f"{place}.{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            yield from definition_texts(inner, f"{place}.{number}")
    elif isinstance(value, str) and CHINESE.search(value):
        yield place, value


@pytest.mark.parametrize("words", [labels.LABEL_WORDS, pdf.SHEET_WORDS], ids=["labels", "sheets"])
def test_paper_has_the_same_words_in_both_languages(words):
    assert set(words) == set(i18n.LANGUAGES)
    assert words["zh"].keys() == words["en"].keys()
    assert not CHINESE.search(" ".join(words["en"].values()))
