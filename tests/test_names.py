"""How functions are called."""

import ast
import re
from pathlib import Path

import fieldforms

PACKAGE = Path(fieldforms.__file__).parent

# A verb says its object (`edit_device`), so that it can be imported by its name: one word alone is what a function gives.

NOUNS = set(
    """
    backups batches clients contacts digest digests disclosures endorsements entries entry erasures fingerprint
    fingerprints folder holdings now owner pages places presentation quantity records reviews rooms row rows selection
    strays thumbprint today urgencies versions
    """.split()
)
WITHOUT_OBJECT = {
    "complete": "the front door of completing",
    "attempt": "of store/database.py, whose object is the database",
    "connect": "as attempt",
    "migrate": "as attempt",
    "transaction": "as attempt",
    "insert": "of store/prepared.py, as Peewee calls it",
    "update": "as insert",
    "prepared": "a decorator, which reads as what it makes",
    "public": "the public halves of the keys, as RFC 7517 calls them",
}


def one_word_functions() -> set[str]:
    """Public ones of flow's and store's modules; a migration's are called by name."""
    trees = [
        ast.parse(path.read_text("utf-8"))
        for floor in ("flow", "store")
        for path in (PACKAGE / floor).rglob("*.py")
        if path.parent.name != "migrations"
    ]
    names = {node.name for tree in trees for node in tree.body if isinstance(node, ast.FunctionDef)}
    return {name for name in names if "_" not in name}


def test_a_verb_of_flow_and_store_says_its_object():
    known = NOUNS | WITHOUT_OBJECT.keys()
    assert one_word_functions() - known == set(), (
        "give it its object; if it is what the function gives, to NOUNS"
    )
    assert known - one_word_functions() == set(), "called so no more: take it from the list"


# A participle alone tells neither what is done nor to what (docs/words.md): `settled` may be a question, a thing or an order.

PARTICIPLE = re.compile(
    r"(?:[a-z]+(?:ed|ing)|(?:un)?(?:known|shown|meant|told|said|given))\Z"  # those of irregular verbs that were used so
)
NO_PARTICIPLES = {
    "anything": "of forms/shapes.py: a shape, as its neighbours `text` and `number`",
    "meaning": "the noun, see docs/words.md",
    "prepared": "a decorator, which reads as what it makes",
}


def names_of_functions() -> set[str]:
    """Methods, properties and functions inside of functions, too."""
    trees = [
        ast.parse(path.read_text("utf-8"))
        for path in PACKAGE.rglob("*.py")
        if path.parent.name != "migrations"
    ]
    found = {node for tree in trees for node in ast.walk(tree)}
    return {node.name for node in found if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}


def test_no_function_is_called_by_a_participle_alone():
    alone = {name for name in names_of_functions() if PARTICIPLE.match(name.strip("_"))}
    assert alone - NO_PARTICIPLES.keys() == set(), (
        "name what it does, gives or asks: a verb and its object, is_…"
    )
    assert NO_PARTICIPLES.keys() - alone == set(), "called so no more: take it from the list"
