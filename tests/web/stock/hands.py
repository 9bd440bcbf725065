"""Parts in stock, and the checks of a fault, which use them."""

from fieldforms.flow.completing import record_access
from fieldforms.flow.filling import drafts
from fieldforms.flow.register import codes
from fieldforms.flow.stock import movements, parts
from fieldforms.store.models import Part
from tests.web.hands import Form
from tests.web.inbox.hands import fault

CHECKS = {
    "lines_and_interfaces": "normal", "indicator_lights": "normal", "drivers_and_software": "not_applicable",
    "fault_class": "device", "outcome": "solved", "remedy": "换了灯泡", "minutes": "20",
}  # fmt: skip
LAMP = "投影灯泡"


def add_part(world, place, name=LAMP) -> Part:
    """Two labelled ones of a client's own, or the company's when there is no `place`."""
    sun, owner = world.actor("sunmin"), str(place.client.id) if place else ""
    part = parts.add_part(
        sun, {"name": name, "kind": "part", "model": "ELPLP96", "unit": "只", "owner": owner}
    )
    codes.put_label_on(sun, part)
    target = f"client-{owner}" if place else "company"
    movements.move_part(sun, part.id, "received", {"quantity": "2", "target": target})
    return part


def open_checks(world, place, login="chen") -> Form:
    """The checks of a fault at a client's, as the technician has them open."""
    entry = fault(world, place)
    seen = record_access.record_by_number(world.actor(login), entry.number)
    draft = drafts.open_next_step(world.actor(login), seen)
    return Form(world.browser(login), f"/drafts/{draft.uuid}")


def parts_used(name: str, quantity="1") -> dict:
    """The checks as they are posted, with so many of this part."""
    return CHECKS | {"parts_used.0.part": name, "parts_used.0.quantity": quantity}
