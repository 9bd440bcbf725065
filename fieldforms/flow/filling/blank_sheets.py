"""A form to be filled by hand, where no phone may be: the company's sheet with its place filled in and all else empty."""

from dataclasses import replace

from fieldforms import config, i18n
from fieldforms.errors import N_
from fieldforms.flow.filling import drafts
from fieldforms.flow.filling.draft_contexts import DraftContext
from fieldforms.flow.library import form_files
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.sheets import record_sheets
from fieldforms.forms.definition import Definition
from fieldforms.forms.kinds import KINDS
from fieldforms.paper.sheet import Sheet, SheetRow, Signing
from fieldforms.store.register import devices

BLANK_SHEET_PRINTERS = ("dispatcher", "supervisor")
FILLED = ("client.", "device.")  # what the register knows of the place; people and times are written by hand


def forms_printed_at(actor: Actor, place: str) -> list[Definition]:
    """What those who look after others' sheets print empty at a device, room or client; whoever else prints what they may begin."""
    if actor.account.role not in BLANK_SHEET_PRINTERS:
        return []
    return [form for form in form_files.forms_startable_at(lambda _by: True, place) if not form.public]


def blank_sheet(actor: Actor, key: str, origin: dict, lang: str) -> Sheet:
    """`origin`: {"device" | "room" | "client": id}. Whoever may begin the form prints it, and those who look after others' sheets
    print any. Raises NotFound, NotAllowed as starting the form does."""
    begin = (
        drafts.prefill_draft if actor.user and actor.user.role in BLANK_SHEET_PRINTERS else drafts.start_draft
    )
    working = begin(actor, key, origin, drafts.new_uuid(), drafts.new_uuid())
    definition = working.definition
    known = {
        name: working.draft.answers[name]
        for name, field in definition.fields.items()
        if field.source.startswith(FILLED) and name in working.draft.answers
    }

    def fill_row(row: SheetRow) -> SheetRow:
        field = definition.fields[row.name]
        return (
            replace(row, face=KINDS[field.type].paper(known[row.name], field, lang))
            if row.name in known
            else row
        )

    drawn = record_sheets.draft_sheet(definition, {}, lang)  # no answers at all: every line is shown
    return replace(
        drawn,
        blocks=tuple(replace(each, rows=tuple(map(fill_row, each.rows))) for each in drawn.blocks),
        signings=lines_to_sign(definition, lang),
        footer=tuple(footer_of_blank(working, lang)),
    )


def lines_to_sign(definition: Definition, lang: str) -> tuple[Signing, ...]:
    """The lines to sign on."""
    return tuple(
        Signing(i18n.pick(step.sign, lang), "", "", after=step.sections[-1] if step.sections else "")
        for step in definition.steps
        if step.sign
    )


def footer_of_blank(working: DraftContext, lang: str):
    """Where the sheet belongs, so that it is entered at the right place afterwards."""
    room, device = working.room, working.device
    place = [working.client.short_name if working.client else "", room.name if room else ""]
    if device:
        place += [device.name, devices.code_of(device)]
    yield " · ".join(filter(None, place))
    yield i18n.gettext(
        N_("手填后请录入系统，并拍下本页作为纸质单据。表单版本 %(version)s"),
        lang,
        version=working.definition.digest[:12],
    )
    if config.current.service_phone:
        yield i18n.gettext(N_("服务热线 %(phone)s"), lang, phone=config.current.service_phone)
