"""The forms as an administrator sees them: which count, which wait as files, and the verbs between the two."""

from dataclasses import dataclass
from pathlib import Path

from fieldforms.errors import BadDefinition, Mistake, NotFound
from fieldforms.flow.library import form_files
from fieldforms.flow.people.actors import Actor
from fieldforms.forms.definition import Definition
from fieldforms.forms.loading import LIBRARY
from fieldforms.store import audit
from fieldforms.store.database import transaction
from fieldforms.store.library import definitions
from fieldforms.store.models import FormVersion

PUBLISHERS = ("admin",)
LIBRARY_READERS = ("supervisor", "admin")


@dataclass(frozen=True)
class PublishedForm:
    """One form: its published `versions`, the newest first, and its `file` with what is wrong in it.

    `file` is None where there is no file, or one that cannot be filled by anybody.
    """

    key: str
    versions: tuple[FormVersion, ...]
    path: Path | None
    file: Definition | None
    mistakes: tuple[Mistake, ...]
    records: int

    @property
    def in_use(self) -> FormVersion | None:
        return next((row for row in self.versions if row.retired_at is None), None)

    @property
    def last_used(self) -> FormVersion | None:
        """The version in use, else the one that was retired last."""
        used = sorted(self.versions, key=lambda row: (row.retired_at or 0, row.version))
        return self.in_use or next(reversed(used), None)

    @property
    def shown(self) -> Definition | None:
        """What the form is called: as it counts, else as it last did, else as its file says."""
        return definitions.read_definition(self.last_used) if self.last_used else self.file

    @property
    def own(self) -> bool:
        """From the organisation's folder, not from the package."""
        return self.path is not None and self.path.parent != LIBRARY

    @property
    def changed(self) -> bool:
        """The file says something else than what counts."""
        return self.file is not None and self.file.digest != (self.in_use.digest if self.in_use else "")

    @property
    def waiting(self) -> bool:
        """A file that is to be looked at; that of a retired form, unchanged, waits for nothing."""
        again = self.file is not None and not self.in_use and self.file.digest in self.digests
        return bool(self.mistakes) or (self.changed and not again)

    @property
    def digests(self) -> set[str]:
        return {row.digest for row in self.versions}

    @property
    def by_hand(self) -> bool:
        """Retired by somebody, and so for longer than until the next start."""
        return bool(self.versions) and self.in_use is None and form_files.retired_by(self.key) is not None


def forms_for_admin(actor: Actor) -> list[PublishedForm]:
    """In the order of their numbers. Raises NotAllowed."""
    actor.needs(*LIBRARY_READERS)
    files, versions = form_files.form_files(), definitions.versions_by_key()
    known, records = form_files.readable_definitions(files), definitions.count_records_by_form()
    found = [
        form_of_parts(key, files.get(key), known, versions.get(key, []), records.get(key, 0))
        for key in {**versions, **files}
    ]
    return sorted(found, key=lambda form: (form.shown.order if form.shown else 999, form.key))


def form_for_admin(actor: Actor, key: str) -> PublishedForm:
    """Raises NotFound, NotAllowed."""
    actor.needs(*LIBRARY_READERS)
    files, versions = form_files.form_files(), definitions.versions(key)
    if key not in files and not versions:
        raise NotFound
    records = definitions.count_records_by_form().get(key, 0)
    return form_of_parts(key, files.get(key), form_files.readable_definitions(files), versions, records)


def form_of_parts(
    key: str, path: Path | None, known: dict, versions: list[FormVersion], records: int
) -> PublishedForm:
    file, mistakes = read_file(path, known) if path else (None, [])
    return PublishedForm(key, tuple(versions), path, file, tuple(mistakes), records)


def read_file(path: Path, known: dict) -> tuple[Definition | None, list[Mistake]]:
    """(the definition, if it can be filled; its mistakes). What only others make wrong can be filled."""
    try:
        definition = form_files.read_definition(path)
    except BadDefinition as error:
        return None, error.mistakes
    except OSError as error:  # a file that nobody may read stops no page
        return None, [(path.name, error.strerror or type(error).__name__, {})]
    return definition, list(form_files.mistakes_beside_others(definition, known))


def publish_form(actor: Actor, key: str) -> FormVersion:
    """What the form's file says counts from now on. Raises NotFound, NotAllowed, BadDefinition."""
    actor.needs(*PUBLISHERS)
    path = form_files.form_files().get(key)
    if path is None:
        raise NotFound
    return put_in_use(actor, form_files.read_publishable(path))


def put_form_back(actor: Actor, key: str) -> FormVersion:
    """A retired form counts again, as it last did. Raises NotFound, NotAllowed."""
    actor.needs(*PUBLISHERS)
    form = form_for_admin(actor, key)
    if form.in_use or form.last_used is None:
        raise NotFound
    return put_in_use(actor, definitions.read_definition(form.last_used))


def put_in_use(actor: Actor, definition: Definition) -> FormVersion:
    with transaction():
        row = definitions.current_version(definition.key)
        if row is None or row.digest != definition.digest:
            row = definitions.publish_definition(definition)
            audit.record_action(actor.user, "definition.publish", definition.key, version=row.version)
        return row


def retire_form(actor: Actor, key: str) -> None:
    """Nothing new begins with this form, also after the next start. Raises NotFound, NotAllowed."""
    actor.needs(*PUBLISHERS)
    with transaction():
        if definitions.current_version(key) is None:
            raise NotFound
        definitions.retire_form(key)
        audit.record_action(actor.user, "definition.retire", key)
