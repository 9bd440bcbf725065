"""How functions are called."""

import ast
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
