"""Publishing the company's forms: the package's library and the organisation's own folder."""

from collections.abc import Iterator
from pathlib import Path

from fieldforms import config
from fieldforms.errors import BadDefinition
from fieldforms.forms import checker
from fieldforms.forms.definition import Definition
from fieldforms.forms.loading import LIBRARY, load
from fieldforms.store import audit, definitions
from fieldforms.store.database import transaction


def paths() -> list[Path]:
    folders = [LIBRARY, config.current.forms]
    return [path for folder in folders if folder for path in sorted(folder.glob("*.toml"))]


def checked(path: Path) -> Definition:
    """A definition that can work. Raises BadDefinition naming every mistake."""
    definition = load(path)
    mistakes = checker.check(definition)
    if definition.key != path.stem:
        mistakes = [(path.name, f"key 要和文件名相同：{path.stem}"), *mistakes]
    if mistakes:
        raise BadDefinition(mistakes)
    return definition


def mistakes(files: list[Path] | None = None) -> Iterator[tuple[str, str]]:
    """(place, sentence) of every mistake in these files, by default in all."""
    for path in files or paths():
        try:
            checked(path)
        except BadDefinition as error:
            yield from error.mistakes


def publish() -> None:
    """What the files say counts from now on; other versions stay for the records that were filled with them.

    A form whose file is gone is retired; one put back to what it was before is that version again.
    """
    found = {path.stem: checked(path) for path in paths()}  # the organisation's own come last
    in_use = {row.key: row.digest for row in definitions.in_use()}
    with transaction():
        for definition in found.values():
            if in_use.pop(definition.key, "") != definition.digest:
                row = definitions.publish(definition)
                audit.record(None, "definition.publish", definition.key, version=row.version)
        for key in in_use:
            definitions.retire(key)
            audit.record(None, "definition.retire", key)


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
