"""What a small form changes: seen against what it showed when it was opened, and as the audit keeps it.

A form posts what it showed together with what was typed. What somebody else changed in between is not overwritten unseen:
the form comes back with both (412, RFC 9110 §15.5.13). No column counts versions, so nothing can forget to.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from fieldforms.errors import ChangedMeanwhile, NotFound
from fieldforms.flow.form_input import Input
from fieldforms.store import audit
from fieldforms.store.database import row_for_writing

InputTable = Mapping[str, Input]  # input name → how it is read
Shown = Mapping[str, str] | None  # input name → text as the form showed it; None: there was no form

About = tuple[str, str] | None  # action and ref of the audit's lines


@dataclass(frozen=True)
class FieldChange:
    """A field in the texts of its input. `opened`: when the form was opened; `now`: as it stands, since `at` (UTC ms) by
    `by`, where the audit knows; `typed`: in the form."""

    name: str
    kind: Input
    opened: str
    now: str
    typed: str
    at: int | None = None
    by: str = ""

    @property
    def is_untouched(self) -> bool:
        """Was it left as it came?"""
        return self.typed == self.opened


def row_as_it_stands(row):
    """The row once more, under the writer's lock: call inside a transaction. Raises NotFound when it is gone or retired."""
    found = row_for_writing(row)
    if found is None or getattr(found, "retired_at", None):
        raise NotFound
    return found


def changes_of_form(
    table: InputTable, now: Mapping, values: Mapping, shown: Shown, about: About = None
) -> dict:
    """What an audit line keeps of it: {"fields": names, "before": values, "after": values}, {} when nothing changes.

    `now`: the values as they stand; read them under the writer's lock. `values`: those to be written. `shown`: input →
    text as the form showed it, {} for a form that does not say, None where there was none (a command). `about`: action and
    ref of the audit's lines that tell who it was. Sent twice, a form changes nothing the second time. Raises ChangedMeanwhile.
    """
    if shown is not None:
        refuse_unseen_changes(table, now, values, shown, about)
    return changed_values(now, values)


def refuse_unseen_changes(
    table: InputTable, now: Mapping, values: Mapping, shown: Mapping[str, str], about: About
) -> None:
    """What a form does not say it showed, it showed as empty: filling in what is empty overwrites nothing."""
    stand, typed = texts_of_values(table, now), texts_of_values(table, values)
    opened = {name: shown.get(name, "") for name in table}
    unseen = [name for name in table if stand[name] not in (opened[name], typed[name])]
    if unseen:
        found = [FieldChange(name, table[name], opened[name], stand[name], typed[name]) for name in unseen]
        merged = {name: stand[name] if typed[name] == opened[name] else typed[name] for name in table}
        raise ChangedMeanwhile([with_author(each, about) for each in found], stand, merged)


def texts_of_values(table: InputTable, values: Mapping) -> dict[str, str]:
    """The values as their inputs show them."""
    return {name: kind.text(values.get(name)) for name, kind in table.items()}


def with_author(change: FieldChange, about: About) -> FieldChange:
    for line in audit.latest_lines_about(*about) if about else ():
        if change.name in line.detail.get("fields", ()):
            return replace(change, at=line.at, by=line.actor.name if line.actor_id else "")
    return change


def changed_values(now: Mapping, values: Mapping) -> dict:
    """As `changes_of_form`, of whatever is changed without a form."""
    fields = sorted(name for name, value in values.items() if value != now.get(name))
    if not fields:
        return {}
    before, after = ({name: of.get(name) for name in fields} for of in (now, values))
    return {"fields": fields, "before": before, "after": after}
