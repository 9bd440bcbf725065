"""What is done with many devices at once, from the list on a desk: a column of all of them, their labels."""

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms.errors import N_, ChangedMeanwhile, Invalid, NotFound, Problem
from fieldforms.flow.register import device_changes, register_columns
from fieldforms.flow.register.device_changes import CHANGERS, VALUE, DeviceSelection
from fieldforms.flow.register.unguarding import UNGUARDING
from fieldforms.forms.reading import read_ids
from fieldforms.paper.labels import LABEL_LAYOUTS
from fieldforms.store.models import Device
from fieldforms.store.register import codes, devices
from fieldforms.web import inputs, page, versions
from fieldforms.web.access import actor, signed_in
from fieldforms.web.register import device_filters
from fieldforms.web.register.label_sheets import label_sheet

blueprint = Blueprint("device_changes", __name__)

MOST_SHOWN = 100  # of what would change
LABELS_A_PART = 210  # ten sheets of 21


class AskedSelection:
    """What the address of this request means, and the addresses that go on with it."""

    def __init__(self) -> None:
        self.narrowed = device_filters.narrowed_devices()
        self.ticked = request.args.getlist("device", type=inputs.whole_number)
        self.all = request.args.get("all") == "1"

    def devices(self) -> list[Device]:
        return device_changes.devices_selected(actor(), self.selection())

    def selection(self) -> DeviceSelection:
        if self.all:
            return DeviceSelection(filters=device_filters.filters_of_devices(self.narrowed))
        return DeviceSelection(tuple(self.ticked))

    def address(self, endpoint: str, **further) -> str:
        chosen = {"all": "1"} if self.all else {"device": self.ticked}
        return url_for(endpoint, **{**self.narrowed.chosen, **chosen, **further})

    def address_when_labelled(self, at: int) -> str:
        """What lacked a label is found by when it got one."""
        if self.all and self.narrowed.chosen.pop("unlabelled", None):
            return self.address("device_changes.choose", labelled_at=at)
        return self.address("device_changes.choose")


@blueprint.get("/devices/many")
@signed_in(*CHANGERS)
def choose():
    asked = AskedSelection()
    if not asked.all and not asked.ticked:
        return page.show("register/devices/none.html", 422, back=asked.narrowed.address())
    chosen = asked.devices()
    unlabelled = len(chosen) - len(devices.codes_of(chosen))
    return page.show(
        "register/devices/many.html",
        chosen=chosen,
        clients=sorted({device.client.short_name for device in chosen}),
        most_shown=MOST_SHOWN,
        columns=device_changes.columns_to_change(chosen),
        unlabelled=unlabelled,
        parts=-(-(len(chosen) - unlabelled) // LABELS_A_PART),
        layouts=LABEL_LAYOUTS,
        asked=asked,
    )


@blueprint.get("/devices/many/column")
@signed_in(*CHANGERS)
def column():
    """First what the column is to say, then what that changes."""
    asked, name = AskedSelection(), request.args.get("column", "")
    chosen = asked.devices()
    asked_column = device_changes.column_to_change(chosen, name)
    given = {VALUE: request.args.get(VALUE, "")}
    if "seen" not in request.args:
        return column_page(asked, chosen, asked_column, given)
    try:
        open_ones = device_changes.devices_open_to(actor(), chosen, asked_column)
        proposed = device_changes.changes_of_column(open_ones, asked_column, given)
    except Invalid as refused:
        return column_page(asked, chosen, asked_column, given, refused)
    return preview_page(asked, chosen, asked_column, given, proposed, unread=len(chosen) - len(open_ones))


@blueprint.post("/devices/many/column")
@signed_in(*CHANGERS)
def change():
    asked, name, given = AskedSelection(), request.form.get("column", ""), inputs.posted_texts()
    shown = versions.shown_texts()
    try:
        changed = device_changes.change_column(actor(), name, given, shown)
    except (Invalid, ChangedMeanwhile) as refused:
        meant = DeviceSelection(read_ids(shown))
        chosen = device_changes.devices_selected(actor(), meant)
        found = device_changes.column_to_change(chosen, name)
        if isinstance(refused, Invalid) and UNGUARDING not in inputs.sentences_by_input(refused):
            return column_page(asked, chosen, found, given, refused)
        open_ones = device_changes.devices_open_to(actor(), chosen, found)
        proposed = device_changes.changes_of_column(open_ones, found, given)
        return preview_page(asked, chosen, found, given, proposed, refused)
    flash(page.say(N_("已修改 %(n)s 台设备。"), n=changed), "success")
    return redirect(asked.narrowed.address(), 303)


def column_page(asked: AskedSelection, chosen, column, texts, refused: Problem | None = None):
    shown = {"asked": asked, "chosen": chosen, "column": column}
    return inputs.row_page(
        "register/devices/column.html", (device_changes.as_asked(column),), texts, refused, **shown
    )


def preview_page(
    asked: AskedSelection, chosen, column, given, proposed, refused: Problem | None = None, unread: int = 0
):
    """`version`: device → what is shown of it; a conflict's rows are devices, too. `unread`: of how many the reader may not know what
    the column says: they stay as they are."""
    before = device_changes.texts_shown(proposed)
    reasons = register_columns.columns_by_group(device_changes.reason_asked(column, proposed))
    shown = {
        "asked": asked, "chosen": chosen, "column": column, "value": given[VALUE], "most_shown": MOST_SHOWN,
        "proposed": proposed, "unread": unread, "words": lambda text: column.kind.text_in_words(text, page.lang()) or "—",
        "reasons": reasons, "texts": {UNGUARDING: given.get(UNGUARDING, "")},
    }  # fmt: skip
    return inputs.versioned_page("register/devices/preview.html", before, refused, **shown)


@blueprint.post("/devices/many/labels")
@signed_in(*CHANGERS)
def label():
    asked = AskedSelection()
    at = device_changes.label_devices(actor(), asked.selection())
    flash(page.say(N_("新标签已生成，请打印后贴上。")), "success")
    return redirect(asked.address_when_labelled(at), 303)


@blueprint.get("/devices/many/labels.pdf")
@signed_in(*CHANGERS)
def labels():
    """One part of the labels that the selected devices wear, in the order of the list."""
    worn = devices.codes_of(chosen := AskedSelection().devices())
    part = request.args.get("part", 1, inputs.whole_number)
    asked = [worn[device.id] for device in chosen if device.id in worn]
    asked = asked[(part - 1) * LABELS_A_PART :][:LABELS_A_PART] if part else []
    if not asked:
        raise NotFound
    return label_sheet(codes.printable_codes(actor().viewer, asked))
