"""Publishing the company's forms: the package's library and the organisation's own folder."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from fieldforms import config
from fieldforms.errors import N_, BadDefinition, FileThere, Mistake
from fieldforms.flow import library_checks
from fieldforms.forms import checker, loading, toml
from fieldforms.forms.definition import Definition
from fieldforms.forms.loading import LIBRARY, load
from fieldforms.store import audit, definitions
from fieldforms.store.database import transaction


def files() -> dict[str, Path]:
    """Key → the file that counts: the organisation's own stands before the package's."""
    folders = [LIBRARY, config.current.forms]
    found = (path for folder in folders if folder for path in sorted(folder.glob("*.toml")))
    return {path.stem: path for path in found}


def company_keys() -> set[str]:
    """The forms that come with the package; an own file of the same name stands in for it."""
    return {path.stem for path in LIBRARY.glob("*.toml")}


def read(path: Path) -> Definition:
    """A definition that can work by itself. Raises BadDefinition naming every mistake."""
    definition = load(path)
    mistakes = [*checker.check(definition), *library_checks.of_form(definition)]
    if definition.key != path.stem:
        mistakes.insert(0, (path.name, N_("key 要和文件名相同：%(name)s"), {"name": path.stem}))
    if mistakes:
        raise BadDefinition(mistakes)
    return definition


def checked(path: Path) -> Definition:
    """A definition that can work beside all others. Raises BadDefinition naming every mistake."""
    definition = read(path)
    found = list(beside(definition, readable(files())))
    if found:
        raise BadDefinition(found)
    return definition


def beside(definition: Definition, known: dict[str, Definition]) -> Iterator[Mistake]:
    """What is wrong between this form and the `known` ones, of which it may be one."""
    return library_checks.across(known | {definition.key: definition}, {definition.key})


def readable(files: dict[str, Path]) -> dict[str, Definition]:
    """Those that can be read at all, by key."""
    found = {}
    for path in files.values():
        with suppress(BadDefinition, OSError):
            definition = load(path)
            found[definition.key] = definition
    return found


def mistakes(given: list[Path] | None = None) -> Iterator[Mistake]:
    """Every mistake in these files, by default in all; they stand before those of their names."""
    known = files() | {path.stem: path for path in given or ()}
    for path in given or known.values():
        try:
            read(path)
        except BadDefinition as error:
            yield from error.mistakes
    readable_ones = readable(known)
    about = readable({path.stem: path for path in given}) if given else None
    yield from library_checks.across(readable_ones, about)


def add(data: dict, folder: Path, comment: str) -> tuple[Path, list[Mistake]]:
    """(where a new form's file is, its mistakes); with mistakes nothing is written. Raises FileThere."""
    path = folder / f"{data['key']}.toml"
    if path.exists():
        raise FileThere(file=path)
    text = toml.dumps(data, comment)
    wrong = wrong_in(text)
    if not wrong:
        with open(path, "x", encoding="utf-8") as stream:
            stream.write(text)
    return path, wrong


def wrong_in(text: str) -> list[Mistake]:
    """The mistakes of a form that is no file yet."""
    try:
        definition = loading.read(text)
    except BadDefinition as error:
        return error.mistakes
    alone = [*checker.check(definition), *library_checks.of_form(definition)]
    return [*alone, *beside(definition, readable(files()))]


def publish() -> None:
    """What the files say counts from now on; other versions stay for the records that were filled with them.

    A form whose file is gone is retired; one put back to what it was before is that version again; one that somebody
    retired stays so. Raises BadDefinition naming every mistake of any file.
    """
    found = {key: read(path) for key, path in files().items()}  # the organisation's own come last
    wrong = list(library_checks.across(found))
    if wrong:
        raise BadDefinition(wrong)
    in_use = {row.key: row.digest for row in definitions.in_use()}
    with transaction():
        for definition in found.values():
            if definition.key not in in_use and retired_by(definition.key):
                continue
            if in_use.pop(definition.key, "") != definition.digest:
                row = definitions.publish(definition)
                audit.record(None, "definition.publish", definition.key, version=row.version)
        for key in in_use:
            definitions.retire(key)
            audit.record(None, "definition.retire", key)


def retired_by(key: str) -> int | None:
    """The user who retired a form, if that was the last thing done to it: no start of the server puts it back."""
    last = audit.last(key, "definition.publish", "definition.retire")
    return last.actor_id if last and last.action == "definition.retire" else None


def publish_first() -> None:
    """`publish`, where there are no forms yet."""
    if not definitions.in_use():
        publish()


def startable_alone(person_fills) -> list[Definition]:
    """Forms that need neither device, room nor client and whose first step this person may fill."""
    found = (definitions.read(row) for row in definitions.in_use())
    fit = [form for form in found if form.starts_alone and person_fills(form.steps[0].by)]
    return sorted(fit, key=lambda form: (form.order, form.key))


def startable(person_fills, place: str) -> list[Definition]:
    """Forms whose first step this person may fill, and that start from a device, room or client."""
    found = (definitions.read(row) for row in definitions.in_use())
    fit = [form for form in found if place in form.starts_from and person_fills(form.steps[0].by)]
    return sorted(fit, key=lambda form: (form.order, form.key))
