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


BEHAVE = re.compile(r'\bbehave\("([^"]+)"')
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


def catalogue() -> dict[str, set[str]]:
    """Script or style sheet → the attributes that the comment says it knows."""
    text = (PACKAGE / "templates" / "macros.html").read_text("utf-8")
    listed = text[text.index("WHAT JAVASCRIPT LOOKS FOR") : text.index("-#}")]
    return {name: set(ATTRIBUTE.findall(words)) for name, words in ENTRY.findall(listed)}


def attributes_of_script(path: Path) -> set[str]:
    """In selectors (app.js has that of a script with a begin), as names, and behind `dataset`; `data-${state}` is each state
    that say("…") is told."""
    code = code_of(path)
    if BEGINS.search(code):
        code += "".join(selector for selector, name in BROUGHT if name == path.stem)
    found = set(ATTRIBUTE.findall(code))
    camel = re.findall(r"\bdataset\??\.(\w+)", code)
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


# app.js brings a script to the pages that need it, so it has to know its selector: an eager import would cost every page.


@pytest.mark.parametrize(("selector", "name"), BROUGHT)
def test_what_brings_a_script_is_what_it_looks_for(selector, name):
    """A selector stands once where the script has begin(element); else app.js and the script name the same."""
    code = code_of(JS / f"{name}.js")
    if BEGINS.search(code):
        assert f'"{selector}"' not in code, f"app.js knows it: {name}.js need not"
        return
    assert set(ATTRIBUTE.findall(selector)) <= set(ATTRIBUTE.findall(code)), f"app.js and {name}.js differ"


def test_the_forms_that_app_js_looks_into_are_those_of_their_scripts():
    of_forms = {selector for selector in BEHAVE.findall(APP) if selector.startswith("form")}
    assert of_forms <= set(BEHAVE.findall(code_of(JS / "relevance.js"))), "app.js and relevance.js differ"
    for name in ("autosave", "keep"):
        own = set(BEHAVE.findall(code_of(JS / f"{name}.js")))
        assert own <= set(", ".join(of_forms).split(", ")), f"app.js and {name}.js differ"


EXPORTED = re.compile(
    r"^export (?:async )?(?:function|const|let) (?:{ )?(\w+)|^export { ([\w, ]+) }", re.MULTILINE
)
READERS = [*SCRIPTS, *sorted((Path(__file__).parent / "browser").glob("*.py"))]


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_what_a_script_exports_another_takes(path):
    """app.js takes the begin of whom it brings."""
    readers = [code_of(each) for each in READERS if each != path and path.name in each.read_text("utf-8")]
    taken = {word for code in readers for word in re.findall(r"\w+", code)} | {"begin"}
    exported = {name for one, more in EXPORTED.findall(code_of(path)) for name in (one or more).split(", ")}
    assert exported - taken == set(), "nobody outside needs it: do not export it"
