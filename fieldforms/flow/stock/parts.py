"""The register of spare parts, tools and loan units: adding, changing, retiring, and finding them by what is said."""

from collections.abc import Iterable, Mapping

from fieldforms.errors import Invalid, NotFound, StockLeft
from fieldforms.flow.form_changes import Shown
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import label_codes
from fieldforms.flow.register import codes, register_columns, register_rows
from fieldforms.flow.register.spellings import words_together
from fieldforms.forms import reading
from fieldforms.store import audit, scope
from fieldforms.store.database import transaction
from fieldforms.store.models import Part
from fieldforms.store.register import clients
from fieldforms.store.stock import parts, stock

PART_KEEPERS = codes.PART_KEEPERS
PART_READERS = ("technician", "dispatcher", "supervisor", "manager", "admin")

LENT = ("tool", "loan_unit")  # these are to come back (forms.md §3)
PIECES = {"zh": "件", "en": "pcs"}  # where no unit was registered


def add_part(actor: Actor, given: Mapping[str, str], code: str = "") -> Part:
    """Register a part and, with `code`, put that label on it. Sent twice, it is added once.

    `given`: name of a column (columns.PART) → text as typed; `owner`: a client's id, "": the company.
    Raises Invalid, CodeTaken, CodeRetired, UnknownCode.
    """
    actor.needs(*PART_KEEPERS)
    values = register_columns.read_columns(part_columns(actor), given)
    values["client"] = values.pop("owner")
    with transaction():
        known = parts.part_sent_twice(values)
        if known:
            return known
        part = parts.add_part(values)
        audit.record_action(actor.user_id, "part.add", str(part.id))
        if code:
            codes.bind_part(actor, code, part.id)
        return part


def edit_part(actor: Actor, part_id: int, given: Mapping[str, str], shown: Shown = None) -> Part:
    """Change what the register says; a part stays its owner's. Raises Invalid, NotFound, ChangedMeanwhile."""
    part = part_to_change(actor, part_id)
    asked = part_columns(actor, part)
    values = register_columns.read_columns(asked, given)
    return register_rows.edit_row(actor, part, asked, values, shown, parts.change_part)


def twins_of_part(actor: Actor, given: Mapping[str, str], part: Part | None = None) -> list[Part]:
    """Others of the same owner that are called as was typed, but for width, case and spaces; none where the form was sent twice, or
    `part` was called so before. Loan units of one model are called alike."""
    try:
        values = register_columns.read_columns(part_columns(actor, part), given)
    except Invalid:
        return []  # that comes first
    owner = part.client_id if part else values.pop("owner")
    key = key_of_part(values["name"], values["model"])
    was_so = part and key == key_of_part(part.name, part.model)
    if (
        values["kind"] == "loan_unit"
        or was_so
        or (not part and parts.part_sent_twice({**values, "client": owner}))
    ):
        return []
    ids = [id for id, name, model in parts.parts_by_name(actor.viewer) if key_of_part(name, model) == key]
    others = (each for each in parts.parts_of_ids(ids) if part is None or each.id != part.id)
    return [
        each for each in others if each.client_id == owner and may_be_one_brand(each.brand, values["brand"])
    ]


def may_be_one_brand(*brands: str) -> bool:
    """Where one is not said, nobody can tell them apart."""
    return len({words_together(brand) for brand in brands} - {""}) < 2


def key_of_part(name: str, model: str) -> tuple[str, str]:
    return words_together(name), words_together(model)


def retire_part(actor: Actor, part_id: int) -> Part:
    """Out of use, with its label; its movements stay. Raises NotFound, and StockLeft while there is any."""
    part = part_to_change(actor, part_id)
    with transaction():
        parts.for_moving(part.id)
        left = stock.quantity_of_part(part)
        if left:
            raise StockLeft(n=left, unit=unit_of_part(part))
        codes.retire_wearer(actor, part)
    return part


def part_to_change(actor: Actor, part_id: int) -> Part:
    """A part in use that the actor may change. Raises NotFound, NotAllowed."""
    actor.needs(*PART_KEEPERS)
    return part_in_use(actor, part_id)


def part_in_use(actor: Actor, part_id: int) -> Part:
    """A part in use that the actor may see. Raises NotFound."""
    part = parts.get_part(actor.viewer, part_id)
    if part is None or part.retired_at:
        raise NotFound
    return part


def part_columns(actor: Actor, part: Part | None = None) -> register_columns.Columns:
    """What the form asks about a new part, or about `part`: it stays its owner's."""
    if part is not None:
        return tuple(column for column in register_columns.PART_COLUMNS if column.name != "owner")
    served = {str(client.id): client.short_name for client in clients.seen_by(actor.viewer)}
    return register_columns.with_choices(register_columns.PART_COLUMNS, owner=served)


def is_usable_for(part: Part, client_id: int | None) -> bool:
    """The company's parts are for all; a client's own are for that client's sheets and devices (forms.md §3, owner)."""
    return part.client_id in (None, client_id)


def count_from_text(text: str, least: int = 0) -> int | None:
    """A count as it was typed, None when it is none."""
    try:
        count = reading.read_whole_number(text)
    except reading.Unreadable:
        return None
    return count if count is not None and least <= count <= register_columns.MOST_COUNTED else None


# Finding


def find_parts(viewer: scope.Viewer, filters: parts.PartFilters, limit: int) -> list[Part]:
    """Parts by words, or by the code on the label."""
    if code := label_codes.code_or_nothing(filters.text):
        worn = parts.by_code(viewer, code)
        if worn:
            return [worn]
    return parts.seen_by(
        viewer, filters, limit, register_columns.searched_names(register_columns.PART_COLUMNS)
    )


def ids_of_parts(viewer: scope.Viewer, filters: parts.PartFilters, limit: int) -> list[int]:
    """As `find_parts`."""
    if label_codes.looks_like_code(filters.text):
        return [part.id for part in find_parts(viewer, filters, limit)]
    return parts.ids_seen_by(
        viewer, filters, limit, register_columns.searched_names(register_columns.PART_COLUMNS)
    )


def part_named(viewer: scope.Viewer, text: str) -> Part | None:
    """The part that a form's answer means: by its label's code, its name, or “名称 型号”. None when it is not clear."""
    text = reading.read_line(text)
    if code := label_codes.code_or_nothing(text):
        worn = parts.by_code(viewer, code)
        if worn:
            return worn
    return only_one(parts_called(viewer, text)) if text else None


def parts_called(viewer: scope.Viewer, text: str) -> list[Part]:
    """The parts in use that are called so, by name or by name and model; where none is written just so, those of another
    width, case or spacing."""
    return parts.parts_of_ids(ids_called(text, parts.parts_by_name(viewer)))


def usable_parts_called(client_id: int | None, text: str) -> list[Part]:
    """As `parts_called`, of those that a sheet about this client may use, whoever fills it."""
    return parts.parts_of_ids(ids_called(text, parts.usable_parts_by_name(client_id)))


def ids_called(text: str, named: Iterable[tuple[int, str, str]]) -> list[int]:
    """`named`: (id, name, model)."""
    names = [(id, (name, f"{name} {model}".strip())) for id, name, model in named]
    exactly = [id for id, called in names if text in called]
    key = words_together(text)
    return exactly or [id for id, called in names if key in map(words_together, called)]


def only_one(found: list[Part]) -> Part | None:
    return found[0] if len(found) == 1 else None


def part_as_answered(part: Part) -> dict:
    """How a part stands in an answer, so that an old sheet reads as it was."""
    return {"id": part.id, "name": part.name, "model": part.model, "unit": part.unit}


def unit_of_part(part: Part) -> dict | str:
    """What the numbers of a part count: a word, or one in each language."""
    return part.unit or PIECES
