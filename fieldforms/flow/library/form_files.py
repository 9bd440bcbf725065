"""Publishing the company's forms: the package's library and the organisation's own folder."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from fieldforms import config
from fieldforms.errors import N_, BadDefinition, FileThere, Mistake
from fieldforms.flow.library import library_checks
from fieldforms.forms import checker, loading, toml
from fieldforms.forms.definition import Definition
from fieldforms.forms.loading import LIBRARY, load
from fieldforms.store import audit
from fieldforms.store.database import transaction
from fieldforms.store.library import definitions


def form_files() -> dict[str, Path]:
    """Key → the file that counts: the organisation's own stands before the package's."""
    folders = [LIBRARY, config.current.forms]
    found = (path for folder in folders if folder for path in sorted(folder.glob("*.toml")))
    return {path.stem: path for path in found}


def files_beside(folder: Path) -> dict[str, Path]:
    """The forms, and those of a folder that is to hold one more."""
    return form_files() | {path.stem: path for path in sorted(folder.glob("*.toml"))}


def company_keys() -> set[str]:
    """The forms that come with the package; an own file of the same name stands in for it."""
    return {path.stem for path in LIBRARY.glob("*.toml")}


def read_definition(path: Path) -> Definition:
    """A definition that can work by itself. Raises BadDefinition naming every mistake."""
    definition = load(path)
    mistakes = [*checker.check(definition), *library_checks.mistakes_of_form(definition)]
    if definition.key != path.stem:
        mistakes.insert(0, (path.name, N_("key 要和文件名相同：%(name)s"), {"name": path.stem}))
    if mistakes:
        raise BadDefinition(mistakes)
    return definition


def read_unless_published(path: Path, digest: str) -> Definition:
    """What is in use with this digest was looked at when it was published: what a newer release would no longer take must
    not keep a whole installation from starting. `check-forms` and the page of forms name it. Raises BadDefinition."""
    definition = load(path)
    return definition if definition.digest == digest else read_definition(path)


def read_publishable(path: Path) -> Definition:
    """A definition that can work beside all others. Raises BadDefinition naming every mistake."""
    definition = read_definition(path)
    found = list(mistakes_beside_others(definition, readable_definitions(form_files())))
    if found:
        raise BadDefinition(found)
    return definition


def mistakes_beside_others(definition: Definition, known: dict[str, Definition]) -> Iterator[Mistake]:
    """What is wrong between this form and the `known` ones, of which it may be one."""
    return library_checks.mistakes_between_forms(known | {definition.key: definition}, {definition.key})


def readable_definitions(files: dict[str, Path]) -> dict[str, Definition]:
    """Those that can be read at all, by key."""
    found = {}
    for path in files.values():
        with suppress(BadDefinition, OSError):
            definition = load(path)
            found[definition.key] = definition
    return found


def mistakes_of_files(given: list[Path] | None = None) -> Iterator[Mistake]:
    """Every mistake in these files, by default in all; they stand before those of their names."""
    known = form_files() | {path.stem: path for path in given or ()}
    for path in given or known.values():
        try:
            read_definition(path)
        except BadDefinition as error:
            yield from error.mistakes
    readable_ones = readable_definitions(known)
    about = readable_definitions({path.stem: path for path in given}) if given else None
    yield from library_checks.mistakes_between_forms(readable_ones, about)


def add_form_file(data: dict, folder: Path, comment: str) -> tuple[Path, list[Mistake]]:
    """(where a new form's file is, its mistakes); with mistakes nothing is written. Raises FileThere."""
    path = folder / f"{data['key']}.toml"
    if path.exists():
        raise FileThere(file=path)
    text = toml.dumps(data, comment)
    wrong = mistakes_in_text(text, readable_definitions(files_beside(folder)))
    if not wrong:
        with open(path, "x", encoding="utf-8") as stream:
            stream.write(text)
    return path, wrong


def mistakes_in_text(text: str, known: dict[str, Definition]) -> list[Mistake]:
    """The mistakes of a form that is no file yet, beside the `known` ones."""
    try:
        definition = loading.definition_of_text(text)
    except BadDefinition as error:
        return error.mistakes
    alone = [*checker.check(definition), *library_checks.mistakes_of_form(definition)]
    return [*alone, *mistakes_beside_others(definition, known)]


def publish_all() -> None:
    """What the files say counts from now on; other versions stay for the records that were filled with them.

    A form whose file is gone is retired; one put back to what it was before is that version again; one that somebody
    retired stays so. Raises BadDefinition naming every mistake of any file that says something new.
    """
    in_use = {row.key: row.digest for row in definitions.in_use()}
    found = {
        key: read_unless_published(path, in_use.get(key, "")) for key, path in form_files().items()
    }  # the organisation's own come last
    new = {key for key, definition in found.items() if definition.digest != in_use.get(key)}
    wrong = list(library_checks.mistakes_between_forms(found, new))
    if wrong:
        raise BadDefinition(wrong)
    with transaction():
        for definition in found.values():
            if definition.key not in in_use and retired_by(definition.key):
                continue
            if in_use.pop(definition.key, "") != definition.digest:
                row = definitions.publish_definition(definition)
                audit.record_action(None, "definition.publish", definition.key, version=row.version)
        for key in in_use:
            definitions.retire_form(key)
            audit.record_action(None, "definition.retire", key)


def retired_by(key: str) -> int | None:
    """The user who retired a form, if that was the last thing done to it: no start of the server puts it back."""
    last = audit.last_line_about(key, "definition.publish", "definition.retire")
    return last.actor_id if last and last.action == "definition.retire" else None


def publish_first() -> None:
    """`publish`, where there are no forms yet."""
    if not definitions.in_use():
        publish_all()


def forms_startable_alone(person_fills) -> list[Definition]:
    """Forms that need neither device, room nor client and whose first step this person may fill."""
    found = (definitions.read_definition(row) for row in definitions.in_use())
    fit = [form for form in found if form.starts_alone and person_fills(form.steps[0].by)]
    return sorted(fit, key=lambda form: (form.order, form.key))


def forms_startable_at(person_fills, place: str) -> list[Definition]:
    """Forms whose first step this person may fill, and that start from a device, room or client."""
    found = (definitions.read_definition(row) for row in definitions.in_use())
    fit = [form for form in found if place in form.starts_from and person_fills(form.steps[0].by)]
    return sorted(fit, key=lambda form: (form.order, form.key))
