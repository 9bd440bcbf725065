"""The register of spare parts, tools and loan units: adding, changing, retiring, and finding them by what is said."""

from collections.abc import Mapping

from fieldforms.errors import N_, NotFound, StockLeft
from fieldforms.flow import codes, codetext, typed
from fieldforms.flow.actors import Actor
from fieldforms.flow.typed import Choice, Number, Text
from fieldforms.forms.kinds import clean
from fieldforms.store import audit, clients, clock, parts, scope, stock
from fieldforms.store.database import transaction
from fieldforms.store.models import Part

KEEPERS = ("dispatcher", "admin")
READERS = ("technician", "dispatcher", "supervisor", "manager", "admin")

KINDS = {"part": N_("备件"), "tool": N_("工具"), "loan_unit": N_("备机")}
LENT = ("tool", "loan_unit")  # these are to come back (forms.md §3)

TEXTS = {
    "name": Text(N_("名称"), 120, needed=True),
    "brand": Text(N_("品牌"), 60),
    "model": Text(N_("型号"), 120),
    "unit": Text(N_("单位"), 10),
    "note": Text(N_("备注"), 2000),
}
MOST = 99_999
OWNER = N_("归属")
COUNTED: dict[str, typed.Kind] = {"kind": Choice(N_("类别"), KINDS), "low_at": Number(N_("低库存提醒"), MOST)}
INPUTS = ("name", "kind", "owner", "brand", "model", "unit", "low_at", "note")  # as the page asks for them
PIECES = {"zh": "件", "en": "pcs"}  # where no unit was registered


def add(actor: Actor, given: Mapping, code: str = "") -> Part:
    """Register a part and, with `code`, put that label on it. Sent twice, it is added once.

    `given`: input → text as typed (see TEXTS), `kind`, `owner` (client id, "": the company), `low_at`.
    Raises Invalid, CodeTaken, CodeRetired, UnknownCode.
    """
    actor.needs(*KEEPERS)
    values = checked(actor, given)
    with transaction():
        known = parts.twin(values, clock.now() - clock.MINUTE)
        if known:
            return known
        part = parts.add(values)
        audit.record(actor.user_id, "part.add", str(part.id))
        if code:
            codes.bind_part(actor, code, part.id)
        return part


def edit(actor: Actor, part_id: int, given: Mapping) -> Part:
    """Change what the register says; a part stays its owner's. Raises Invalid, NotFound."""
    part = kept_by(actor, part_id)
    values = checked(actor, {**given, "owner": str(part.client_id or "")})
    changed = typed.differing(part, values)
    if changed:
        with transaction():
            parts.change(part, values)
            audit.record(actor.user_id, "part.edit", str(part.id), fields=changed)
    return part


def retire(actor: Actor, part_id: int) -> Part:
    """Out of use, with its label; its movements stay. Raises NotFound, and StockLeft while there is any."""
    part = kept_by(actor, part_id)
    with transaction():
        parts.for_moving(part.id)
        left = stock.total(part)
        if left:
            raise StockLeft(n=left, unit=unit(part))
        parts.retire(part)
        audit.record(actor.user_id, "part.retire", str(part.id))
    return part


def new_label(actor: Actor, part_id: int) -> str:
    """A new code, bound at once, to be printed; the label the part wore is replaced. Raises NotFound."""
    part = kept_by(actor, part_id)
    with transaction():
        [code] = codes.make_blank(actor, 1)
        codes.bind_part(actor, code, part.id)
    return code


def kept_by(actor: Actor, part_id: int) -> Part:
    """A part in use that the actor may change. Raises NotFound, NotAllowed."""
    actor.needs(*KEEPERS)
    return in_use(actor, part_id)


def in_use(actor: Actor, part_id: int) -> Part:
    """A part in use that the actor may see. Raises NotFound."""
    part = parts.get(actor.viewer, part_id)
    if part is None or part.retired_at:
        raise NotFound
    return part


def checked(actor: Actor, given: Mapping) -> dict:
    """The register's columns from what was typed. Raises Invalid with (input name, sentence, values)."""
    served = {str(client.id): client.id for client in clients.seen_by(actor.viewer)}
    asked: dict[str, typed.Kind] = {**TEXTS, **COUNTED, "owner": Choice(OWNER, ("", *served))}
    values = typed.read({name: asked[name] for name in INPUTS}, given)
    return values | {"client": served.get(values.pop("owner"))}


def number(text: str, least: int = 0) -> int | None:
    """A count as it was typed, None when it is none."""
    if not (text.isascii() and text.isdigit() and len(text) <= 9):
        return None
    return int(text) if least <= int(text) <= MOST else None


# Finding


def find(viewer: scope.Viewer, filters: parts.Filters, limit: int) -> list[Part]:
    """Parts by words, or by the code on the label."""
    if codetext.looks_like(filters.text):
        worn = parts.by_code(viewer, codetext.normalise(filters.text))
        if worn:
            return [worn]
    return parts.seen_by(viewer, filters, limit)


def named(viewer: scope.Viewer, text: str) -> Part | None:
    """The part that a form's answer means: by its label's code, its name, or “名称 型号”. None when it is not clear."""
    text = clean(text)
    if codetext.looks_like(text):
        worn = parts.by_code(viewer, codetext.normalise(text))
        if worn:
            return worn
    return parts.named(viewer, text) if text else None


MOST_NAMES = 300


def names(viewer: scope.Viewer) -> dict[str, int]:
    """“名称 型号” of the parts in sight, as `named` finds them → how many can still be promised."""
    found = parts.seen_by(viewer, parts.Filters(), MOST_NAMES)
    left = parts.available_of(found)
    return {f"{part.name} {part.model}".strip(): left[part.id] for part in found}


def described(part: Part) -> dict:
    """How a part stands in an answer, so that an old sheet reads as it was."""
    return {"id": part.id, "name": part.name, "model": part.model, "unit": part.unit}


def unit(part: Part) -> dict | str:
    """What the numbers of a part count: a word, or one in each language."""
    return part.unit or PIECES
