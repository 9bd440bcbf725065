"""Our own scripts stay in the floor's grammar and names (docs/browsers.md).

tests/browser/test_floor.py reads them with a parser that can be told the year of its grammar. It needs a browser (no such
parser is on PyPI, and node is not everywhere), and knows neither names nor what one engine learnt later than its year: so
here comments, words and expressions are taken out, and what came after the floor is looked for in what is left. The
grammar after 2020 is a short list; names are those of the web that people like to use.
"""

import re
from pathlib import Path

import pytest

from fieldforms.web import static
from tests.scripts import SCRIPTS

SHEETS = sorted(static.STATIC_FOLDER.glob("*.css"))

PIECES = re.compile(
    r"""(?P<comment>/\*.*?\*/|//[^\n]*)
    | (?P<text>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')
    | (?P<template>`(?:\\.|[^`\\])*`)
    | (?<=[(,=:\[!&|?{};]) \s* (?P<expression>/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/[a-z]*)""",
    re.VERBOSE | re.DOTALL,
)
FILLED = re.compile(r"\$\{([^{}]*)\}")

# What no engine of the floor can read: the whole module would be lost, and all that import it. Chrome, Safari that can.
GRAMMAR = {
    "logical assignment (85, 14)": r"(\?\?|\|\||&&)=",
    "private names (84, 15)": r"(?<![\w$])#[a-zA-Z_]",
    "static blocks (94, 16.4)": r"\bstatic\s*\{",
    "static fields (72, 14.1)": r"\bstatic\s+[\w$]+\s*[=;]",
    "await outside functions (89, 15)": r"^(?:\w[^\n{(]*=\s*)?await\b",
    "import attributes (91, 17)": r"\bimport\b[^;\n]*\b(?:with|assert)\s*\{",
    "export * as (72, 14.1)": r"\bexport\s*\*\s*as\b",
    "using (134)": r"^\s*(?:await\s+)?using\s+\w+\s*=",
}
EXPRESSIONS = {
    "looking behind (62, 16.4)": r"\(\?<[=!]",
    "flags d, v (90, 112)": r"/[a-z]*[dv][a-z]*$",
}
# What would throw when it is used.
NAMES = {
    "replaceAll (85)": r"\.replaceAll\(",
    "at (92)": r"\.at\(",
    "hasOwn (93)": r"\bObject\.(?:hasOwn|groupBy)\b",
    "findLast (97)": r"\.findLast(?:Index)?\(",
    "toSorted and so on (110)": r"\.(?:toSorted|toReversed|toSpliced|with)\(",
    "replaceChildren (86)": r"\.replaceChildren\(",
    "structuredClone (98)": r"\bstructuredClone\b",
    "randomUUID (92, and https)": r"\brandomUUID\b",
    "AbortSignal's makers (103)": r"\bAbortSignal\.\w",
    "Promise's newer makers": r"\bPromise\.(?:any|try|withResolvers)\b",
    "Array.fromAsync (121)": r"\bArray\.fromAsync\b",
    "iterators' methods (122)": r"\.(?:values|keys|entries)\(\)\.(?:map|filter|some|every|find|reduce|toArray)\(",
    "sets' methods (122)": r"\.(?:union|intersection|difference|isSubsetOf|isSupersetOf|isDisjointFrom)\(",
    "WeakRef (84)": r"\b(?:WeakRef|FinalizationRegistry)\b",
    "requestSubmit (76, Safari 16)": r"\.requestSubmit\(",
    "showModal (Safari 15.4)": r"\.(?:showModal|showPopover|togglePopover|showPicker)\(",
    "dialog.open (Safari 15.4)": r"\bdialog\.open\b",
    "inert (102)": r"\.inert\b",
    "reportError (95)": r"\breportError\b",
    "scrollend, idle (Safari)": r"\brequestIdleCallback\b",
    "crypto on http": r"(?<!\?\.)(?<!await )\bcrypto\.subtle\b(?!\))",
    "submitter without a question mark (81, Safari 15.4)": r"\.submitter\.",
}
SELECTORS = {
    ":has (105, 15.4, Firefox 121)": r":has\(",
    ":is, :where (88)": r":(?:is|where)\(",
    ":focus-visible (86)": r":focus-visible",
    "lists in :not (88)": r":not\([^()\"'`]*,",
}
GUARDED = {("modal.js", "showModal (Safari 15.4)")}  # asked for first; else it does the work itself

STYLE = {
    "inset: where a layer lies (87, 14.1)": r"(?<![\w-])inset:",
    "translate, rotate, scale (104, 14.1)": r"(?<![\w-])(?:translate|rotate|scale):",
    "layers (99, 15.4)": r"@layer\b",
    "nesting (120, 17.2)": r"^\s*&",
    "a variable that needs color-mix (111, 16.2)": r"--[\w-]+:[^;]*color-mix",
}


def pieces(path: Path) -> dict[str, list[str]]:
    """Code without comments and words; the words; the regular expressions."""
    text = path.read_text("utf-8")
    found: dict[str, list[str]] = {"code": [], "words": [], "expressions": []}

    def sort(match):
        if match["comment"]:
            return "\n" * match["comment"].count("\n")
        if match["expression"]:
            found["expressions"].append(match["expression"])
            return " /x/ "
        found["words"].append(match["text"] or match["template"])
        return "".join(f" ({filled}) " for filled in FILLED.findall(match["template"] or "")) or '""'

    found["code"].append(PIECES.sub(sort, text))
    return found


def past(path: Path) -> list[str]:
    read = pieces(path)
    looked = [(GRAMMAR | NAMES, read["code"]), (EXPRESSIONS, read["expressions"]), (SELECTORS, read["words"])]
    return [
        name
        for names, texts in looked
        for name, pattern in names.items()
        if any(re.search(pattern, text, re.MULTILINE) for text in texts) and (path.name, name) not in GUARDED
    ]


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_of_ours_is_read_by_the_oldest_browser(path):
    assert past(path) == []


@pytest.mark.parametrize(
    "line, name",
    [
        ("database ??= open();", "logical assignment (85, 14)"),
        ("class A { #b = 1 }", "private names (84, 15)"),
        ("const a = await import('./b.js');", "await outside functions (89, 15)"),
        ("const a = text.match(/(?<=b)c/);", "looking behind (62, 16.4)"),
        ("a.replaceAll('b', 'c');", "replaceAll (85)"),
        ("const a = `${b.at(-1)}`;", "at (92)"),
        ('list.querySelectorAll("li:has(input)");', ":has (105, 15.4, Firefox 121)"),
        ('item.querySelector("input:not([a], [b])");', "lists in :not (88)"),
        ("dialog.showModal();", "showModal (Safari 15.4)"),
    ],
)
def test_what_came_later_is_found(tmp_path, line, name):
    script = tmp_path / "a.js"
    script.write_text(f"/* a ??= b */ // c.at(1)\n{line}\n", "utf-8")
    assert past(script) == [name]


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_a_style_sheet_of_ours_puts_nothing_out_of_reach_in_the_oldest_browser(path):
    text = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
    assert [name for name, pattern in STYLE.items() if re.search(pattern, text, re.MULTILINE)] == []


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_nothing_is_hidden_by_a_question_only_new_browsers_understand(path):
    """Who asks :has() may colour; who hides by its answer hides for ever where it isn't understood the other way round."""
    text = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
    for rule in re.findall(r"[^{}]*:has\([^{}]*\{[^{}]*\}", text):
        assert "display" not in rule and "visibility" not in rule, rule


# The style sheets keep their declared order, and name their colours.

COLOUR = re.compile(
    r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl)a?\([^)]*\)|(?<=[:\s])(?:white|black|red|gr[ae]y|silver)(?=[;\s])"
)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
TOKENS = re.compile(r":root \{[^}]*\}")
RULE = re.compile(r"(?:(?<=[{};])|^)\s*([^{};@]+)\{([^{}]*)\}")
SIMPLE = re.compile(r"\.[\w-]+|\[[^\]]*\]")
IMPORTANT: dict[tuple[str, str], str] = {}  # (style sheet, selector): why nothing else will do


def style_of(sheet) -> str:
    """Without comments and the tokens, which stand in app.css alone."""
    text = COMMENT.sub("", sheet.read_text("utf-8"))
    return TOKENS.sub("", text) if sheet.name == "app.css" else text


def rules_of(sheet) -> list[tuple[str, str]]:
    """Selectors and what they ask for, but for a ::backdrop (older engines know no token there)."""
    found = [(selectors.strip(), body) for selectors, body in RULE.findall(style_of(sheet))]
    return [rule for rule in found if "::backdrop" not in rule[0]]


def goes_along(sheet, selector: str) -> bool:
    """A rule of a drawing that leaves the page as a file: there is no :root to ask for its colours, and no var() in a PDF."""
    return sheet.name == "diagram.css" and all(one.split()[0] == ".diagram" for one in selector.split(","))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_a_colour_has_a_name(sheet):
    bare = [rule for rule in rules_of(sheet) if COLOUR.search(rule[1]) and not goes_along(sheet, rule[0])]
    assert bare == [], "name it in app.css's :root"
    assert sheet.name == "app.css" or not re.search(r"--[\w-]+:[^;]*", style_of(sheet)), (
        "app.css has the tokens"
    )


def test_the_browsers_own_bar_has_the_colour_of_a_sheet():
    """A <meta> can name no token."""
    page = (static.STATIC_FOLDER.parent / "templates" / "layout.html").read_text("utf-8")
    said = re.findall(r'<meta name="theme-color" content="(#\w+)"', page)
    assert said == re.findall(r"--sheet: (#\w+)", (static.STATIC_FOLDER / "app.css").read_text("utf-8"))[:2]


def test_app_css_keeps_the_order_it_declares():
    """What is declared further down wins among equals: a component after “larger screens” would win there, too."""
    text = (static.STATIC_FOLDER / "app.css").read_text("utf-8")
    declared = re.findall(r"In this order: ([^.]*)\.", text)[0].split(", ")
    headings = re.findall(r"^/\* --- ([^-]*?)(?: -+|$)", text, re.MULTILINE)
    assert len(headings) == len(declared), (
        "declare it in the first lines of app.css, or put it where it belongs"
    )
    astray = [
        (heading, name)
        for heading, name in zip(headings, declared, strict=True)
        if not heading.startswith(name)
    ]
    assert astray == [], "it stands elsewhere than declared"
    wide = text.index("@media (min-width")
    assert text.rindex("/* ---", 0, wide) == text.index("/* --- larger screens"), "see “larger screens”"


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_what_is_printed_comes_last(sheet):
    text = COMMENT.sub("", sheet.read_text("utf-8"))
    _before, _media, printed = text.partition("\n@media print {")
    assert printed.count("\n}") <= 1 and "@media print" not in printed


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_a_rule_wins_by_its_place(sheet):
    """Not by saying a class twice, nor by !important."""
    elements = [
        element for selectors, _body in rules_of(sheet) for element in re.split(r"[\s>+~,]+", selectors)
    ]
    said = [SIMPLE.findall(element) for element in elements]
    assert [names for names in said if len(names) > len(set(names))] == []
    shouting = [(sheet.name, selectors) for selectors, body in rules_of(sheet) if "!important" in body]
    assert [rule for rule in shouting if rule not in IMPORTANT] == [], "see “states” in app.css"


def blocks_of(text: str) -> list[str]:
    """What stands outside of any @media, and inside of each."""
    inside = re.findall(r"@(?:media|container|supports)[^{]*\{((?:[^{}]*\{[^{}]*\})*)\s*\}", text)
    return [re.sub(r"@[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}", "", text), *inside]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_a_selector_stands_once(sheet):
    """What was appended later belongs to the rule that is there."""
    for block in blocks_of(style_of(sheet)):
        selectors = [selector.strip() for selector, _body in RULE.findall(block)]
        assert [each for each in set(selectors) if selectors.count(each) > 1] == []


# class="c{{ part.series }}" of a chart, a section's layout
OF_DATA = {*(f"c{number}" for number in range(1, 6)), "grid"}
WRITERS = (
    "templates/**/*.html",
    "static/js/*.js",
    "web/**/*.py",
    "flow/**/*.py",
    "flow/**/*.toml",
    "paper/**/*.py",
)  # tones of badges, drawings


def words_written() -> set[str]:
    """Words inside quotation marks where pages are made."""
    texts = [path.read_text("utf-8") for each in WRITERS for path in static.STATIC_FOLDER.parent.glob(each)]
    quoted = [words for text in texts for words in re.findall(r"[\"'`>}]([^\"'`\n<>{}]*)(?=[\"'`{])", text)]
    return {word for words in quoted for word in re.findall(r"[\w-]+", words)}


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_a_class_is_carried_by_something(sheet):
    named = {
        name for selectors, _body in rules_of(sheet) for name in re.findall(r"\.([a-z][\w-]*)", selectors)
    }
    assert named - words_written() - OF_DATA == set(), (
        "no template and no script writes it: take the rule away"
    )
