"""The plan of the house is true: docs/walk.md names what exists, each room says what it is for, pages import no pages."""

import ast
import re
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

import fieldforms
from tests.places import DOCS, ROOT

PACKAGE = Path(fieldforms.__file__).parent
FLOORS = ("flow", "store", "web")
ROOMS = sorted(
    path for floor in FLOORS for path in (PACKAGE / floor).iterdir() if (path / "__init__.py").exists()
)
WALK = (DOCS / "walk.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`((?:web|flow|store|paper|forms|static)/[\w/]+)\.(\w+)`", WALK)))
SUFFIXES = {"py", "js"}


# A path as docs and docstrings write it from the checkout; a decision is called by its number.
PATHS = re.compile(
    r"(?<![\w/.-])((?:fieldforms|tests|docs)/[\w/-]+(?:\.(?:py|html|js|css|md|toml|po))?)(?![\w*<…])"
)
TEXTS = [ROOT / "README.md", *sorted(DOCS.glob("*.md")), *sorted(PACKAGE.rglob("*.py"))]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_file_that_is_named_is_there(path):
    """In docs, docstrings and comments: a recipe that names a file of yesterday costs a newcomer an hour."""
    named = PATHS.findall(path.read_text("utf-8"))
    assert [name for name in named if not any(ROOT.glob(f"{name}*"))] == [], (
        "moved or renamed: say where it is now"
    )


def docstring(path: Path) -> str:
    return ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""


def names_in(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)}


@pytest.mark.parametrize(("module", "name"), NAMED)
def test_the_walk_names_what_exists(module, name):
    if name in SUFFIXES:
        assert (PACKAGE / f"{module}.{name}").is_file(), "docs/walk.md names a file that is not there"
    else:
        assert name in names_in(PACKAGE / f"{module}.py"), "docs/walk.md names a function that is not there"


@pytest.mark.parametrize("room", ROOMS, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_room_says_what_it_is_for(room):
    assert docstring(room / "__init__.py"), (
        "say in the room's __init__ what it is for (flow: its front door, too)"
    )


@pytest.mark.parametrize(
    "room", [room for room in ROOMS if room.parent.name == "flow"], ids=lambda path: path.name
)
def test_a_rooms_front_door_exists(room):
    said = docstring(room / "__init__.py").split("Front door")
    assert len(said) == 2, "the last line names the room's front door"
    for name in re.findall(r"`([\w.]+)`", said[1]):
        module, _, function = name.partition(".")
        path = room / f"{module}.py"
        assert path.is_file() and (not function or function in names_in(path)), name


def test_every_folder_of_the_program_is_a_room():
    """Without an `__init__.py` no contract looks into it: it could import what it liked."""
    folders = {path.parent for path in PACKAGE.rglob("*.py")} - {PACKAGE / "store" / "migrations"}
    assert [str(folder) for folder in folders if not (folder / "__init__.py").exists()] == []


FRONT_DOOR = {"complete", "make_ready", "complete_unfilled"}


def test_completing_is_entered_by_its_front_door():
    """What stands behind it in the same module skips what follows from a step."""
    users = [path for path in PACKAGE.rglob("*.py") if path.name != "completion.py"]
    used = {
        name
        for path in users
        for name in re.findall(r"\bcompletion\.(\w+)\(", path.read_text(encoding="utf-8"))
    }
    taken = {
        alias.name
        for path in users
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module == "fieldforms.flow.completing.completion"
        for alias in node.names
    }
    assert used | taken <= FRONT_DOOR


def test_words_name_rooms_that_exist():
    rows = [
        line.split("|")
        for line in (DOCS / "words.md").read_text("utf-8").splitlines()
        if line.startswith("| ")
    ]
    rooms = {cells[4].strip() for cells in rows if len(cells) > 5 and cells[4].strip()} - {"room"}
    assert rooms <= {path.name for path in ROOMS} | {"forms", "store"}


# One name, one meaning.

ONE_OF_EACH = {
    "STYLES": "of a room in web, by whose name layout.html finds it",
    "Person": "an alias for one query",
}


def names_of_module(path: Path) -> list[str]:
    """The constants and classes that a module defines."""
    nodes = ast.parse(path.read_text(encoding="utf-8")).body
    assigned = [node for node in nodes if isinstance(node, ast.Assign | ast.AnnAssign)]
    targets = [target for node in assigned for target in getattr(node, "targets", None) or [node.target]]
    named = [each.id for target in targets for each in ast.walk(target) if isinstance(each, ast.Name)]
    classes = [node.name for node in nodes if isinstance(node, ast.ClassDef)]
    return [name for name in named + classes if name[0].isupper()]


def test_a_constant_or_a_class_has_one_meaning():
    """Equal values may have one name in two modules; else each is called by what it holds: MOST_LINES, not MOST."""
    meanings: dict[str, list] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.stem == "__main__" or "migrations" in path.parts:
            continue
        module = import_module(dotted_name(path))
        for name in names_of_module(path):
            known, value = meanings.setdefault(name, []), getattr(module, name)
            known += [] if value in known else [value]
    assert {name for name, values in meanings.items() if len(values) > 1} == set(ONE_OF_EACH)


# Of a floor's functions the same; the module's own name tells the rows of a store's module, and a room's verb may call the one below.

SAME_ROWS = set("by_digest by_id by_uuid code_of codes_of for_writing in_use seen_by selection".split())
SAME_NAME = dict.fromkeys(SAME_ROWS, "of the module's own rows: `devices.by_id`") | {
    "rooms": "scope.rooms is the condition, clients.rooms the rows",
    "commands": "each module of cli has its own",
}


def functions_of_module(path: Path) -> list[ast.FunctionDef]:
    """Those that others may call; a page is called by its address."""
    found = [node for node in ast.parse(path.read_text("utf-8")).body if isinstance(node, ast.FunctionDef)]
    return [each for each in found if "blueprint." not in "".join(map(ast.unparse, each.decorator_list))]


def test_a_function_has_one_meaning_on_its_floor():
    """One thing is one function; two have names that say the difference: `place_told_outside`, `answers_of_all_steps`."""
    meanings: dict[tuple[str, str], list[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        floor, name = path.relative_to(PACKAGE).parts[0], path.relative_to(PACKAGE).as_posix()
        for each in [] if "migrations" in path.parts else functions_of_module(path):
            if f".{each.name}(" not in ast.unparse(each):  # else the same verb, with what its room adds
                meanings.setdefault((floor, each.name), []).append(name)
    twice = {name: paths for (_floor, name), paths in meanings.items() if len(paths) > 1}
    assert {name: paths for name, paths in twice.items() if name not in SAME_NAME} == {}
    assert SAME_NAME.keys() - twice.keys() == set(), "one of its kind: take it from the list"


# In web a page is a module with a blueprint.


def dotted_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


MODULES = sorted((PACKAGE / "web").rglob("*.py"))
PAGES = {
    dotted_name(path)
    for path in MODULES
    if re.search(r"^blueprint = ", path.read_text(encoding="utf-8"), re.MULTILINE)
}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_module_imports_a_page(path):
    """What two pages share stands in a module that is no page."""
    assert modules_imported_by(path) & PAGES == set()


def modules_imported_by(path: Path) -> set[str]:
    """Full names of what it imports: modules, and what it takes out of them."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


def test_a_page_belongs_to_a_room():
    loose = {path.stem for path in (PACKAGE / "web").glob("*.py")}
    assert {page.split(".")[2] for page in PAGES} & loose <= {"health"}


# A step is sealed by the front door of completing alone; so is every entry by two modules.

SEALS = {"flow/completing/step_sealing.py", "flow/completing/record_events.py"}


def test_entries_are_sealed_in_two_places():
    sealing = {
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        if "entry_seals.seal_entry(" in path.read_text(encoding="utf-8")
    }
    assert sealing == SEALS


STYLED = sorted((PACKAGE / "templates").rglob("*.html"))
# What a page turns out to show, on any room's page, in a form or in a fragment that comes later, and few ever do: nobody else
# waits for its rules (tests/browser/test_weight.py).
BROUGHT_ALONG = {
    "fields/repeat.html": ["repeat.css"],
    "filling/drafts/conflict.html": ["conflict.css"],
    "versions.html": ["conflict.css"],
}


@pytest.mark.parametrize("path", STYLED, ids=lambda path: path.name)
def test_style_sheets_are_linked_by_the_room(path):
    name = str(path.relative_to(PACKAGE / "templates"))
    linked = re.findall(
        r"rel=\"stylesheet\" href=\"{{ static\('([^']+)'\) }}\"", path.read_text(encoding="utf-8")
    )
    links = path.read_text(encoding="utf-8").count("stylesheet")
    assert name == "layout.html" or (linked == BROUGHT_ALONG.get(name, []) and links == len(linked)), (
        "STYLES of the room's __init__ in web; what one page needs beside them, page.show is told as styles="
    )


# Macros of a noun stand in its folder's _macros.html; those that every room draws with stand on top, called by what they draw.

SHARED = {"macros.html", "columns.html", "inputs.html", "filters.html", "versions.html"}
IMPORTED = re.compile(r'{%-? from "([^"]+)" import ([\w, ]+?)(?: with context)? -?%}')


def parse_template(path: Path) -> nodes.Template:
    return Environment(extensions=["jinja2.ext.i18n"]).parse(path.read_text("utf-8"))


def draws_nothing_itself(path: Path) -> bool:
    """Macros, what they import and set, and white space."""
    silent = (nodes.Macro, nodes.Import, nodes.FromImport, nodes.Assign)
    rest = [part for part in parse_template(path).body if not isinstance(part, silent)]
    drawn = [piece for part in rest for piece in getattr(part, "nodes", [part])]
    return all(isinstance(piece, nodes.TemplateData) and not piece.data.strip() for piece in drawn)


@cache
def macros_of(path: Path) -> set[str]:
    return {part.name for part in parse_template(path).find_all(nodes.Macro)}


@pytest.mark.parametrize("path", STYLED, ids=lambda path: str(path.relative_to(PACKAGE / "templates")))
def test_macros_stand_in_their_folders_file(path):
    name = str(path.relative_to(PACKAGE / "templates"))
    called = path.name == "_macros.html" or name in SHARED
    assert called == (bool(macros_of(path)) and draws_nothing_itself(path)), (
        "_macros.html, and nothing else in it"
    )
    assert name in SHARED or not called or path.read_text("utf-8").count("\n") <= 200, (
        "two nouns in one folder?"
    )


@pytest.mark.parametrize("path", STYLED, ids=lambda path: str(path.relative_to(PACKAGE / "templates")))
def test_a_macro_that_is_imported_is_there_and_used(path):
    text = path.read_text("utf-8")
    for name, words in IMPORTED.findall(re.sub(r"{#.*?#}", "", text, flags=re.DOTALL)):
        for word in words.split(", "):
            macro, _as, own = word.partition(" as ")
            assert macro in macros_of(PACKAGE / "templates" / name), f"{name} has no {macro}"
            assert len(re.findall(rf"\b{own or macro}\(", text)) > 0, f"{own or macro} is drawn nowhere"


def test_every_macro_is_drawn():
    """By a call, by an import under another name, or out of a table of macros (columns.html)."""
    texts = [
        re.sub(r"{#.*?#}|{%-? macro \w+", "", path.read_text("utf-8"), flags=re.DOTALL) for path in STYLED
    ]
    drawn = re.compile(r"(?<![.\w])(\w+)(?=\(| as )|: (\w+)[,}]")
    found = {name for text in texts for names in drawn.findall(text) for name in names}
    assert {name for path in STYLED for name in macros_of(path)} - found == set()


# A module is called by its own name. Where both floors' modules of one noun are needed, the upper's verbs are imported by name.

ALIASES = {
    "wiring.py": "each floor's maker is called make_application",
}


def has_an_alias(path: Path) -> bool:
    """For something of ours."""
    found = [
        node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ImportFrom)
    ]
    ours = [node for node in found if (node.module or "").startswith("fieldforms")]
    return any(alias.asname for node in ours for alias in node.names)


def test_a_module_is_imported_by_its_own_name():
    aliased = {str(path.relative_to(PACKAGE)) for path in PACKAGE.rglob("*.py") if has_an_alias(path)}
    assert aliased - ALIASES.keys() == set(), "its own name, or its verbs by name"
    assert ALIASES.keys() - aliased == set(), "no alias any more: take it from the list"


# Who changes a test file changes that file's tests only.

TEST_FILES = {dotted_name(path) for path in (ROOT / "tests").rglob("test_*.py")}


@pytest.mark.parametrize(
    "path", sorted((ROOT / "tests").rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT))
)
def test_nobody_imports_a_test_file(path):
    assert sorted(modules_imported_by(path) & TEST_FILES) == [], (
        "what two test files share stands in the hands.py of their room, or in a module named after what it holds"
    )


# What only tests call is no part of the program: a newcomer reads it in vain, and takes it for what is done.

PROGRAM = [*PACKAGE.rglob("*.py"), *(ROOT / "bench").rglob("*.py")]
CALLED_BY_NAME = {"commands", "up"}  # of each module of cli, of each migration


def names_used_by(path: Path) -> set[str]:
    """Full names of what it takes out of a module, its own or an imported one."""
    tree, module = ast.parse(path.read_text(encoding="utf-8")), dotted_name(path)
    imported = {
        alias.asname or alias.name: f"{node.module}.{alias.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    used = set(imported.values())
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            used.add(f"{module}.{node.id}")
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            used.add(f"{imported.get(node.value.id)}.{node.attr}")
    return used


@pytest.fixture(scope="module")
def used() -> set[str]:
    return set().union(*map(names_used_by, PROGRAM))


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_every_function_is_called_by_the_program(used, path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    idle = [
        node.name
        for node in functions
        if f"{dotted_name(path)}.{node.name}" not in used
        and node.name not in CALLED_BY_NAME
        and not any(ast.unparse(decorator).startswith("blueprint.") for decorator in node.decorator_list)
    ]
    assert idle == [], "only tests call it: delete it, or move it to the tests' hands"
