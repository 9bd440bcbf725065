"""Parts as sheets name them: a client's own part is for that client's sheets alone, the company's are for all.

Whoever fills a sheet names its client's parts, whomever they serve. Another client's part keeps the words that were
typed and says whose it is: `owner` in the answer, which the kind refuses (forms/kinds/references.py).
"""

from fieldforms.flow.record import label_codes
from fieldforms.flow.stock.parts import (
    is_usable_for,
    only_one,
    part_as_answered,
    parts_called,
    usable_parts_called,
)
from fieldforms.forms.kinds import clean_text
from fieldforms.store import scope
from fieldforms.store.models import Part
from fieldforms.store.stock import parts

MOST_NAMES = 300
SOMEBODYS = ""  # whose name the reader is not told


def part_looked_up(given: dict, viewer: scope.Viewer, client_id: int | None) -> dict:
    """The answer filled in from the stock, for a sheet about this client (None: about none).

    `given`: {"name": as typed}, or as it was found before. What the stock does not know keeps its name only.
    """
    if "id" in given:
        return part_found_before(given, viewer, client_id)
    text = clean_text(given.get("name", ""))
    meant = part_meant(viewer, text, client_id) if text else None
    if meant and is_usable_for(meant, client_id):
        return part_as_answered(meant)
    return {"name": given.get("name", "")} | (owner_in_answer(viewer, meant) if meant else {})


def part_meant(viewer: scope.Viewer, text: str, client_id: int | None) -> Part | None:
    """By the code of its label, its name, or “名称 型号”; None when it is not clear.

    Who holds a thing in hand and scans it need not see it in the register; by name another client's is meant only where
    nothing usable is called so, and the viewer knows it.
    """
    if code := label_codes.code_or_nothing(text):
        worn = parts.by_code(scope.SYSTEM, code)
        if worn:
            return worn
    usable = usable_parts_called(client_id, text)
    return only_one(usable) if usable else next(iter(parts_called(viewer, text)), None)


def part_found_before(given: dict, viewer: scope.Viewer, client_id: int | None) -> dict:
    """As it was found, unless it is not for this sheet: a body brings a name only, but a correction, a step sent back
    and a following sheet start with what an older one said."""
    part = parts.get_part(scope.SYSTEM, given["id"])
    if part is None or is_usable_for(part, client_id):
        return given
    name = " ".join(filter(None, (given.get("name"), given.get("model"))))
    return {"name": name, **owner_in_answer(viewer, part)}


def owner_in_answer(viewer: scope.Viewer, part: Part) -> dict:
    seen = parts.get_part(viewer, part.id)
    return {"owner": seen.client.short_name if seen else SOMEBODYS}


def promisable_by_name(client_id: int | None) -> dict[str, int]:
    """“名称 型号” of what a sheet about this client may use, as `part_looked_up` finds it → how many can still be
    promised."""
    found = parts.usable_parts(client_id, MOST_NAMES)
    left = parts.available_by_part(found)
    return {f"{part.name} {part.model}".strip(): left[part.id] for part in found}
