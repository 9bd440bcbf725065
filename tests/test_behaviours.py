"""What scripts and templates agree on: macros.html lists the attributes of every script, app.js brings whoever looks for one."""

import re
from pathlib import Path

import pytest

import fieldforms

PACKAGE = Path(fieldforms.__file__).parent
JS = PACKAGE / "static" / "js"
SCRIPTS = sorted(JS.glob("*.js"))
SHEETS = sorted((PACKAGE / "static").glob("*.css"))
TEMPLATES = sorted((PACKAGE / "templates").rglob("*.html"))
CATALOGUE = "fieldforms/templates/macros.html, WHAT JAVASCRIPT LOOKS FOR"

ATTRIBUTE = re.compile(r"data-[a-z]+(?:-[a-z]+)*")
ENTRY = re.compile(r"^    (\w+\.(?:js|css))  +(.*(?:\n     +.*)*)", re.MULTILINE)


BEGINS = re.compile(r"^export (?:async )?function begin\(\w", re.MULTILINE)


def code_of(path: Path) -> str:
    """Without comments."""
    return re.sub(r"/\*.*?\*/|(?<![:\"'])//[^\n]*|{#.*?#}", "", path.read_text("utf-8"), flags=re.DOTALL)


APP = code_of(JS / "app.js")
BROUGHT = [
    (selector, name)
    for selector, names in re.findall(r'^  "([^"]+)": (.*),$', APP, re.MULTILINE)
    for name in re.findall(r'"(\w+)"', names)
]
SHARED = dict(re.findall(r'^export const ([A-Z_]+) = "([^"]+)";$', code_of(JS / "behave.js"), re.MULTILINE))
BY_NAME = re.findall(
    r'"(\w+)"', "".join(re.findall(r"\[(.*)\]\.find\(.*dataset\)", APP))
)  # brought where data-… is so called


def catalogue() -> dict[str, set[str]]:
    """Script or style sheet → the attributes that the comment says it knows."""
    text = (PACKAGE / "templates" / "macros.html").read_text("utf-8")
    listed = text[text.index("WHAT JAVASCRIPT LOOKS FOR") : text.index("-#}")]
    return {name: set(ATTRIBUTE.findall(words)) for name, words in ENTRY.findall(listed)}


def attributes_of_script(path: Path) -> set[str]:
    """In selectors (app.js has that of a script with a begin, behave.js those of several), as names, behind `dataset` or before
    it; `data-${state}` is each state that say("…") is told."""
    code = code_of(path)
    if path.name == "behave.js":
        code = re.sub(r"^export const [A-Z_]+ =.*", "", code, flags=re.MULTILINE)
    if BEGINS.search(code):
        code += "".join(selector for selector, name in BROUGHT if name == path.stem)
    code += "".join(selector for name, selector in SHARED.items() if re.search(rf"\b{name}\b", code))
    found = set(ATTRIBUTE.findall(code)) | ({f"data-{path.stem}"} if path.stem in BY_NAME else set())
    camel = re.findall(r"\bdataset\??\.(\w+)", code) + re.findall(r'"(\w+)" in [\w.]*dataset\b', code)
    for names in re.findall(r"{([^{}]*)} = [\w.]+\.dataset", code):
        camel += [name.partition(":")[0].strip() for name in names.split(",")]
    found |= {"data-" + re.sub(r"([A-Z])", r"-\1", name).lower() for name in camel}
    if "`data-${" in code:
        found |= {f"data-{state}" for state in re.findall(r'\bsay\("([\w-]+)"\)', code)}
    return found


def attributes_of(paths: list[Path]) -> set[str]:
    return {name for path in paths for name in ATTRIBUTE.findall(code_of(path))}


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_the_catalogue_names_what_a_script_looks_for(path):
    if path.name == "app.js":  # it only knows whom to bring, see below
        return
    known, listed = attributes_of_script(path), catalogue().get(path.name, set())
    assert known - listed == set(), f"add them to the line of {path.name} in {CATALOGUE}"
    assert listed - known == set(), (
        f"{path.name} does not look for them: take them from its line in {CATALOGUE}"
    )


def test_the_catalogue_names_no_script_that_is_not_there():
    assert catalogue().keys() <= {path.name for path in [*SCRIPTS, *SHEETS]}


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_the_catalogue_names_what_only_a_style_sheet_looks_for(path):
    listed = catalogue()
    of_scripts = set().union(*(names for name, names in listed.items() if name.endswith(".js")))
    assert attributes_of([path]) - of_scripts == listed.get(path.name, set()), f"see {CATALOGUE}"


def test_no_template_carries_an_attribute_that_nobody_looks_for():
    carried = attributes_of(TEMPLATES)
    assert carried - set().union(*catalogue().values()) == set(), (
        f"nobody reads them, or {CATALOGUE} lacks them"
    )


# A selector stands once. Who is brought by app.js has begin(element) and need not look; what app.js and its script both look
# for, behave.js names. An element at hand is asked by its dataset.

TEXT = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|`[^`]*`")
LOOKED_FOR = re.compile(r"\[(data-[a-z-]+)")
STANDS_TWICE: dict[str, str] = {}  # attribute: why two scripts have to look for it by a selector of their own


def looked_for_in(path: Path) -> set[str]:
    """The attributes of its selectors."""
    return {name for text in TEXT.findall(code_of(path)) for name in LOOKED_FOR.findall(text)}


def test_a_selector_stands_in_one_script():
    homes: dict[str, list[str]] = {}
    for path in SCRIPTS:
        for name in looked_for_in(path):
            homes.setdefault(name, []).append(path.name)
    twice = {name: scripts for name, scripts in homes.items() if len(scripts) > 1}
    assert {name: scripts for name, scripts in twice.items() if name not in STANDS_TWICE} == {}, (
        "export it where it is at home; an element at hand is asked by its dataset"
    )
    assert STANDS_TWICE.keys() <= twice.keys(), "stands once by now: take it from the list"


def test_what_app_js_brings_by_its_own_selector_begins_at_an_element():
    own = {name for selector, name in BROUGHT if selector.startswith(("[", "form"))}
    assert {name for name in own if not BEGINS.search(code_of(JS / f"{name}.js"))} <= {"hold"}, (
        "it would have to look for its elements again"
    )


EXPORTED = re.compile(
    r"^export (?:async )?(?:function|const|let) (?:{ )?(\w+)|^export { ([\w, ]+) }", re.MULTILINE
)
READERS = [*SCRIPTS, *sorted((Path(__file__).parent / "browser").glob("*.py"))]


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_what_a_script_exports_another_takes(path):
    """app.js takes the begin of whom it brings, or the act of who comes only when it is used."""
    readers = [code_of(each) for each in READERS if each != path and path.name in each.read_text("utf-8")]
    taken = {word for code in readers for word in re.findall(r"\w+", code)} | {"begin", "act"}
    exported = {name for one, more in EXPORTED.findall(code_of(path)) for name in (one or more).split(", ")}
    assert exported - taken == set(), "nobody outside needs it: do not export it"
