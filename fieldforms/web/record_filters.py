"""The filters of the list of sheets, which its exports and prints share."""

from flask import url_for

from fieldforms.errors import N_, NotFound
from fieldforms.flow import projection, registers, wording
from fieldforms.flow.actors import Actor
from fieldforms.i18n import gettext, pick
from fieldforms.store import devices, lists
from fieldforms.store.scope import Viewer
from fieldforms.web import filters, inputs
from fieldforms.web.filters import Choice, Flag, Found, Narrowed, Options, Period, Row, Several, Words, named


def clients(viewer: Viewer, lang: str) -> Options:
    return [(str(client.id), client.short_name) for client in lists.clients(viewer)]


def technicians(viewer: Viewer, lang: str) -> Options:
    return [(str(user.id), user.name) for user in lists.technicians(viewer)]


def meaning(*meanings: str):
    """The choices of the fields that mean this."""
    return lambda viewer, lang: [(each.name, pick(each.label, lang)) for each in wording.choices(*meanings)]


def found_device(who: Actor, text: str):
    """A device by its label's code, or by its id. Raises NotFound."""
    name = text.upper()[:12]
    try:
        by_id = devices.get(who.viewer, inputs.whole(name))
    except ValueError:
        by_id = None
    found = by_id or devices.by_codes(who.viewer, [name], worn_only=False).get(name)
    if found is None:
        raise NotFound
    return found


FILTERS = (
    Words("q", asks="text"),
    Period("period"),
    Choice("form", N_("单据种类"), asks="key", choices=lambda viewer, lang: wording.forms(lang)),
    Row("client", N_("客户"), choices=clients, guarded=True),
    Row("technician", N_("技术员"), choices=technicians),
    Choice("result", N_("处理结果"), choices=meaning(*projection.RESULTS)),
    Choice("outcome", N_("签字"), choices=named(wording.SIGNED)),
    Choice("state", N_("进度"), choices=named(wording.STATES)),
    Several("satisfaction", N_("满意度"), roles=lists.RATING_READERS, choices=meaning("satisfaction")),
    Flag("unsigned", N_("只看未签字的"), chip=N_("未签字")),
    Found("device", find=found_device, called=lambda device: device.name, kept=lambda device: device.id),
)


def narrowed() -> Narrowed:
    return Narrowed(FILTERS, "records.index")


def asked(found: Narrowed, before: str = "") -> lists.Filters:
    """As the store takes them. Raises NotFound for a device out of scope."""
    dated = registers.dated(found.chosen.get("form", ""))
    return lists.Filters(**found.asked, dated=dated, before=filters.keyset(before))


def chips(found: Narrowed) -> list[dict]:
    """What is on; the periods that one tap chooses; and 清除."""
    shown = found.chips()
    if not found.chosen.keys() & {"from", "to"}:
        for words, days in filters.presets():
            shown.append(filters.chip(gettext(words, found.lang), found.address(**days)))
    if found.chosen:
        shown.append(filters.chip(gettext(N_("清除"), found.lang), url_for(found.endpoint)))
    return shown
