"""What stands beside the entries and can be derived from them, or from content: counters, files' sizes, the order of a form's
versions, and rows whose other half is gone."""

from collections.abc import Iterator

from fieldforms.flow.proof.list_checks import ListDifference
from fieldforms.store import integrity
from fieldforms.store.documents import documents
from fieldforms.store.files import files
from fieldforms.store.library import definitions
from fieldforms.store.seals import chains


def every_row_difference() -> Iterator[ListDifference]:
    yield from orphans()
    yield from differences_of_counters()
    yield from differences_of_versions()
    yield from differences_of_kept_files()


def orphans() -> Iterator[ListDifference]:
    for table, id, column, named in integrity.rows_without_parent():
        if (table, column) != ("entries", "chain_id"):  # said with its number
            yield ListDifference("", f"{table} {id}", f"{column} names {named}, which is gone")


def differences_of_counters() -> Iterator[ListDifference]:
    """The last number that a counter gave is the last that a sheet has: neither is one given twice, nor is one skipped."""
    given: dict[str, int] = {}
    for number in chains.numbers_given():
        name, _, digits = number.rpartition("-")
        if digits.isascii() and digits.isdigit():
            given[name] = max(given.get(name, 0), int(digits))
    last = chains.counters_by_name()
    for name in sorted({*given, *last}):
        if given.get(name, 0) != last.get(name, 0):
            what = f"says {last.get(name, 'nothing')}, the last number is {given.get(name, 0)}"
            yield ListDifference("", f"counter {name}", what)


def differences_of_versions() -> Iterator[ListDifference]:
    """Of each form the versions are counted from 1, in the order they were published."""
    for key, numbers in definitions.version_numbers().items():
        if numbers != list(range(1, len(numbers) + 1)):
            told = ", ".join(map(str, numbers))
            yield ListDifference(key, "definitions", f"its versions are numbered {told}")


def differences_of_kept_files() -> Iterator[ListDifference]:
    """What is sealed is checked with its entry; here every row is, and every document."""
    needed = documents.digests_of_documents()
    for digest, size in files.digests_and_sizes():
        found = files.size_and_digest(digest)
        if found is None:
            if digest in needed:
                yield ListDifference("", f"file {digest[:12]}", "a document's content is missing")
        elif found[1] != digest:
            yield ListDifference("", f"file {digest[:12]}", "its content is another")
        elif found[0] != size:
            yield ListDifference("", f"file {digest[:12]}", f"size says {size}, it has {found[0]} bytes")
