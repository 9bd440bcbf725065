"""Migrations that have landed never change, and stand alone: databases out there were made by them, word for word."""

import ast
import hashlib
import sys

import pytest

from fieldforms.store import database

# Name → SHA-256 of the file. A line is added when its migration lands, and no line is ever changed (docs/migrations.md).
LANDED = {
    "0001_first": "a4175d3394fae4a84db5aaae4b75eaea72b30e3adeace38ad634a86996fcc950",
    "0002_confidential": "38d7e10b1e73139160e49ef84b6a7aefa2c35c9fb9069b301e4e78715955b297",
    "0003_endorsements": "d3d949ed307cdc08aa14a6fa29080c749905d30b0afad912fe646ddc1f5bbc5a",
    "0004_projections": "838ab8cd2a9c39eeca2d8c1be2dff0d651d9d26a7f5d5ac53b3f30325693be0d",
    "0005_shortages": "659c429f9c6e7dc11414626c803ea92c0ad8faef20cccab7f8f9cd68de35e862",
    "0006_day_of_work": "509a2c5061f55a31ab6ab4ed37bd1528865c83da4866cf3ef604245d3b09fc3a",
    "0007_issued_months": "4010f791dfc6242538882196f0c2523cb2033b2f2f06d657e006a13cc20e9b79",
    "0008_corrections": "a379669b075e07cde8569a959e379e06757fd486617f8e84bdb9a9868fb9be80",
    "0009_low_ratings": "d252ce9008e99bb7c16967f8454f34eea04e0d67ec36edac036454078c76d6d3",
    "0010_rating_groups": "f3a82253150dc8c4645ef880eeb56c9e03216217b2fbac06768a65a4577de532",
    "0011_jobs": "a7c2444e5a52f400c17c50dac952068f6d31430aa7e30d1165d6614b680e944a",
    "0012_device_models": "7cd662b44ce533a25528a6b0fe20c9bc9acb7c8085a5513c532331a592f16d04",
    "0013_ports": "02795f714ec3a6fa5878af4200fe1455ab35c58103e0dd0a47f14a3395fb24ef",
    "0014_documents": "3f04c23ddf5a3152b67bdef269bf19a3f920bc31dcfaccdc414bf74d92e561e5",
    "0015_known_faults": "cbbb2638a9aa68be7ea0205bcfcd76773871106a21350d0df83db41725d72663",
    "0016_imports": "deaf21b7ebdf5be846b20b116530cdd269c0a704b39e210c1d6c73ca57da57ce",
    "0017_device_search": "088573ce3942e92ff5815211689173f8407f7771eccb927444b32b0a44adb983",
    "0018_client_file": "b7363a491fe2f5e39c5de1457601df68de3964367f1a6c8e23160b5f2913053b",
    "0019_stages": "39e1a563f7d9b544ab676ec689875cefb41ad2da57a8c269212f4a9b3794aad0",
    "0020_makers": "b2c80bf38129e7b789cdaacf992f1ee673bd1b0ea2d81f8ec63565bb495e9673",
    "0021_guarded_chains": "1e69f6c361ad8d303d8d25014905a00aa3427d129ea06cdc29733aba89afdfa6",
    "0022_desk_and_guard": "2a0b876101988c1841381d579f884d07efb3222dd1b43fde8d3c8d38d56f1889",
    "0023_agreed_hours": "e1215054bed4988b0977be2476d8fce818ad44914312ab0d39f9b47ddd72edf7",
    "0024_notices": "688ca12900f57245771b962fc9ac0c6d2873192936027daf2d64e89a4f93305a",
}
FILES = sorted(database.MIGRATIONS.glob("[0-9]*.py"))

# Nothing of fieldforms is frozen: not its models, and no helper either, for what it answers may be another thing next
# year. Peewee and the standard library are let in, but for what would bring in the rest by another way.
LIBRARIES = {"peewee", "playhouse"} | sys.stdlib_module_names - {"importlib", "runpy", "pkgutil", "sys"}
WAYS_ROUND = {"__import__", "exec", "eval"}


def text_of(name: str) -> str:
    return (database.MIGRATIONS / f"{name}.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [path.stem for path in FILES])
def test_a_landed_migration_never_changes(name):
    found = hashlib.sha256(text_of(name).encode()).hexdigest()
    assert name in LANDED, f'when {name} is ready to land, add to LANDED:\n    "{name}": "{found}",'
    assert found == LANDED[name], (
        f"{name} has landed: databases were made by it, and no start runs it again. Take the change back "
        f"(git checkout -- {database.MIGRATIONS.name}) and write the next number (docs/migrations.md)."
    )


def test_a_landed_migration_never_goes_and_keeps_its_name():
    """A database that knows a name without a file is refused as newer than the program."""
    assert sorted(LANDED) == [path.stem for path in FILES if path.stem in LANDED]


def test_migrations_are_numbered_without_a_gap():
    """Two branches that both wrote 0007: whichever lands second takes the next number."""
    numbers = [int(path.stem.split("_")[0]) for path in FILES]
    assert numbers == list(range(1, len(FILES) + 1))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_migration_names_its_tables_itself(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = [f"line {line}: {name}" for line, name in imported(tree) if name.split(".")[0] not in LIBRARIES]
    assert found == [], "declare in the migration what it needs of the tables (docs/migrations.md)"


def imported(tree: ast.AST):
    """(line, module) of every import, however it is written; a name of WAYS_ROUND counts as one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, "." * node.level + (node.module or "")
        elif isinstance(node, ast.Name) and node.id in WAYS_ROUND:
            yield node.lineno, node.id


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_migration_is_applied_whole_or_not_at_all(path):
    """`atomic = False` would take its transaction away, and a kill would leave half of it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assigned = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert "atomic" not in assigned
