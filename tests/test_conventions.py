"""Conventions that no type checker knows (style.md, 21)."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import fieldforms
from fieldforms.forms.kinds import KINDS
from tests.forms.library import FORMS

PACKAGE = Path(fieldforms.__file__).parent
TEMPLATES = PACKAGE / "templates"
PAGES = sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html"))
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts)


def floor_of(path: Path) -> str:
    """Whatever room it stands in."""
    return path.relative_to(PACKAGE).parts[0]


COMMENT = re.compile(r"{#.*?#}|<!--.*?-->", re.DOTALL)
# {% include %}, {% extends %}, {% import %} and {% from %} name templates; so do strings in Python.
NAMED = re.compile(r"""["']([\w/.-]+\.html)["']""")
BUILT = re.compile(r"""["']([\w/.-]+/)["']\s*~""")  # "fields/" ~ type ~ ".html"


def source(name: str) -> str:
    return COMMENT.sub("", (TEMPLATES / name).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def named() -> tuple[set[str], set[str]]:
    """(templates named anywhere, folders whose templates are named by a variable)"""
    texts = [source(name) for name in PAGES] + [path.read_text(encoding="utf-8") for path in MODULES]
    return {n for text in texts for n in NAMED.findall(text)}, {
        n for text in texts for n in BUILT.findall(text)
    }


@pytest.mark.parametrize("name", PAGES)
def test_every_template_is_used(named, name):
    templates, folders = named
    assert name in templates or f"{Path(name).parent}/" in folders


def test_every_template_that_is_named_exists(named):
    assert sorted(named[0] - set(PAGES)) == []


@pytest.mark.parametrize("name", PAGES)
def test_no_page_holds_scripts_or_styles_of_its_own(name):
    """The Content-Security-Policy would refuse them, and quietly."""
    text = source(name)
    assert not re.search(r"<script(?![^>]*\bsrc=)", text), "an inline script"
    assert not re.search(r"<style\b|\sstyle\s*=", text), "an inline style"
    assert not re.search(r"\son[a-z]+\s*=\s*[\"']", text), "an inline handler"
    assert not re.search(r"(href|src|action)\s*=\s*[\"']\s*javascript:", text), "a script as an address"
    assert not re.search(r"\bhx-on\b|hx-vals\s*=\s*[\"']js:", text), "a script for htmx"


DRAWN = {"code", "copy_code"}  # paper/qr.py's SVG: numbers only


@pytest.mark.parametrize("name", PAGES)
def test_escaping_is_off_for_tags_of_the_template_itself_and_drawn_codes_only(name):
    text = source(name)
    assert "autoescape" not in text
    let_through = re.findall(r"([^\s({]+)\s*\|\s*safe\b", text)
    assert {each for each in let_through if not re.search(r"[>]'$", each)} <= DRAWN


# A kind is asked what it is (`kind_of(field).is_time`), not what it is called: a subclass of it is one, too.
COMPARED = re.compile(
    r"\b(?:field|child|asked|target|question|item|each|repeat)\w*(?:\[[^\]]*\])?\.type"
    r"\s*(?:==|!=|\.startswith|(?:not )?in (?!KINDS\b))|selectattr\(\"type\""
)


@pytest.mark.parametrize(
    "path", [*MODULES, *TEMPLATES.rglob("*.html")], ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_nobody_but_the_kinds_compares_the_names_of_kinds(path):
    if "kinds" not in path.parts:
        assert not COMPARED.findall(path.read_text(encoding="utf-8"))


# Adding a form adds a file, not code: no Python knows a form or a field by name.

WORDS = {form.key for form in FORMS.values()} | {form.number for form in FORMS.values()}
FIELDS = {field.name for form in FORMS.values() for field in form.fields.values()} | {
    step.name for form in FORMS.values() for step in form.steps
}
# Words that are also something else in the program: kinds, meanings, roles, attributes of rows.
ALSO = {field.means for form in FORMS.values() for field in form.fields.values()} | set(KINDS)
ALSO |= {
    "work",
    "acceptance",
    "report",
    "repair",
    "review",
    "dispatch",
    "checks",
    "devices",
    "maintenance",
    "client_name",
}


def strings(path: Path) -> list[tuple[int, str]]:
    """(line, text) of every string that is no docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs
    ]


PROGRAM = [path for path in MODULES if "demo" not in path.parts]


@pytest.mark.parametrize("path", PROGRAM, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_module_knows_a_form_or_field_by_name(path):
    found = [(line, text) for line, text in strings(path) if text in WORDS or text in FIELDS - ALSO]
    assert found == []


@pytest.mark.parametrize("name", PAGES)
def test_no_template_knows_a_form_or_field_by_name(name):
    """But as a word of its own: {{ found.step.name == "…" }} would be such a place."""
    quoted = set(re.findall(r"""["']([a-z][a-z0-9_-]*)["']""", source(name)))
    assert quoted & (WORDS | (FIELDS - ALSO)) == set()


def test_scripts_know_no_field_by_name():
    for path in (PACKAGE / "static" / "js").glob("*.js"):
        quoted = set(re.findall(r"""["'`]([a-z][a-z0-9_-]*)["'`]""", path.read_text(encoding="utf-8")))
        assert quoted & (WORDS | (FIELDS - ALSO)) == set(), path.name


# Imports only point down; import-linter says it in CI, this says it to whoever runs the tests alone.


def test_imports_only_point_down():
    # A process of its own: inside this one it would switch all other loggers off.
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache"]
    checked = subprocess.run(command, cwd=PACKAGE.parent, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr


FLOORS_WITHOUT_QUERIES = [path for path in MODULES if floor_of(path) in {"flow", "paper", "web"}]
WRITTEN = {"select", "execute", "get_or_none", "get_by_id"}  # what only a model or a query of Peewee's has


@pytest.mark.parametrize("path", FLOORS_WITHOUT_QUERIES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_queries_stand_in_store(path):
    """Elsewhere a row is read, and its class is a type's name: `Session.create(…)`, `.select()` are store's."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    models = {
        name.asname or name.name
        for node in imports
        if node.module == "fieldforms.store.models"
        for name in node.names
    }
    attributes = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    queried = [
        f"{node.lineno}: {ast.unparse(node)}"
        for node in attributes
        if node.attr in WRITTEN or (isinstance(node.value, ast.Name) and node.value.id in models)
    ]
    assert queried == []
    assert not {node.module for node in imports} & {"peewee", "fieldforms.store.prepared"}


# A read and a write are two functions on two routes (design.md, Saving): Flask answers HEAD by the function of GET, so
# that whoever asks "is it GET?" and acts otherwise acts on HEAD, and without a token. tests/web/test_reading.py asks
# the routes themselves.

WEB = [path for path in MODULES if floor_of(path) == "web"]
ASK_THE_METHOD = {
    "is_read",
    "request_facts",
}  # access.is_read names the question, request_facts() logs the method
# Who may ask it: what stands before all views, and the frame around all pages.
BESIDE_VIEWS = {"request_log.py", "access.py", "page.py", "tidy_addresses.py"}


@pytest.mark.parametrize("path", WEB, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_view_asks_with_which_method_it_was_called(path):
    functions = [
        node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)
    ]
    for function in functions:
        words = {
            ast.unparse(node) for node in ast.walk(function) if isinstance(node, ast.Attribute | ast.Name)
        }
        assert "request.method" not in words or function.name in ASK_THE_METHOD, function.name
        assert not words & {"is_read", "access.is_read"} or path.name in BESIDE_VIEWS, function.name


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_module_says_what_it_is_for(path):
    text = path.read_text(encoding="utf-8")
    assert not text.strip() or ast.get_docstring(ast.parse(text))


def test_the_package_ships_everything_it_reads():
    settings = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8"))
    assert settings["tool"]["setuptools"]["package-data"] == {"*": ["**/*"]}


def test_every_refusal_has_a_status_and_a_sentence_of_its_own():
    from fieldforms import errors

    problems = [
        each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, errors.Problem)
    ]
    for problem in problems:
        assert 400 <= problem.status <= 599, problem
        assert problem.sentence, problem
    sentences = [problem.sentence for problem in problems]
    assert len(set(sentences)) == len(sentences)


IN_BROWSERS = sorted((Path(__file__).parent / "browser").glob("*.py"))
# What a test of a browser says → what it says instead: each of them was red by chance on a slow machine.
BY_CHANCE = {
    r"\.expect_navigation\(": "hands.next_page: it ends at a changed address of the same page, too",
    r"lambda route: \w+\.append\(": "roads.HeldUp.take: what is asked for may not have been heard of yet",
    r"road\.free = True": "Road.hold_up before, Road.open after what brings it: a photo also goes by itself",
}


@pytest.mark.parametrize("path", IN_BROWSERS, ids=lambda path: path.name)
def test_no_test_of_a_browser_is_right_by_chance(path):
    """A dialog tells of its end in a later task, and the focus moves then: hands.escape_pad waits for it."""
    text = path.read_text("utf-8")
    found = [
        instead for said, instead in BY_CHANCE.items() if path.name != "roads.py" and re.search(said, text)
    ]
    if "open_pad" in text and path.name != "hands.py" and 'press("Escape")' in text:
        found.append("hands.escape_pad")
    assert found == []


@pytest.mark.parametrize("path", sorted((PACKAGE / "templates").rglob("*.html")), ids=lambda path: path.name)
def test_no_input_cuts_what_is_pasted(path):
    """A browser cuts at maxlength and says nothing: data-longest says it, and the server refuses it."""
    assert "maxlength" not in path.read_text("utf-8")
