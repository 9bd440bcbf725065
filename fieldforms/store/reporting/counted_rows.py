"""The rows of each figure of the statistics: which ones, from when, what is measured of them, and by what they are broken down."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from peewee import SQL, Case, fn

from fieldforms.store import clock
from fieldforms.store.models import (
    Client,
    Device,
    Draft,
    Entry,
    Movement,
    Part,
    RatingReason,
    Record,
    RecordDevice,
)
from fieldforms.store.register.sites import MOMENT_OF_FITTING

SAME_FAULT_WITHIN = 30 * clock.DAY_MS  # usual for first-time fix (field-data.md §4)
MENDED, NOT_MENDED, NOT_RIPE = 1, 0, 2
# The one choice of fault_class that says so: wiring, mains and what is not known yet are held against no brand.
DEVICES_FAULT = "device"

OtherFault, OtherDevice = Record.alias("other"), RecordDevice.alias("other_device")
Failed = Device.alias("failed")


# What a confidential sheet is about, among texts and ids; in an address the first.
WITHHELD, WITHHELD_ID = "*", -1


@dataclass(frozen=True)
class Dimension:
    """By what a figure is broken down, and narrowed to. `of_device`: needs the sheet's devices. `is_in_lists`: lists say it of
    confidential sheets, too; of the others these stand together, as WITHHELD."""

    column: Any
    is_text: bool = False
    of_device: bool = False
    of_client: bool = False
    is_in_lists: bool = False

    @property
    def is_nothing(self):
        return self.column == "" if self.is_text else self.column.is_null()

    @property
    def listed_column(self):
        """The column as far as lists would show it."""
        if self.is_in_lists:
            return self.column
        return Case(
            None, [(Record.confidential == True, WITHHELD if self.is_text else WITHHELD_ID)], self.column
        )


DIMENSIONS: dict[str, Dimension] = {
    "client": Dimension(Record.client, is_in_lists=True),
    "client_type": Dimension(fn.COALESCE(Client.type, ""), is_text=True, of_client=True, is_in_lists=True),
    "form": Dimension(Record.key, is_text=True, is_in_lists=True),
    "technician": Dimension(Record.technician, is_in_lists=True),
    "room": Dimension(Record.room),
    "urgency": Dimension(Record.urgency, is_text=True),
    "fault_class": Dimension(Record.fault_class, is_text=True),
    "category": Dimension(Failed.category, is_text=True, of_device=True),
    "brand": Dimension(fn.LOWER(Failed.brand), is_text=True, of_device=True),
    "model": Dimension(Failed.of_model, of_device=True),
    "device": Dimension(Failed.id, of_device=True),
    "reason": Dimension(RatingReason.reason, is_text=True),
    "part": Dimension(Movement.part),
}
OF_DEVICE = frozenset(name for name, each in DIMENSIONS.items() if each.of_device)
SAID_BY_CLIENT = frozenset(name for name, each in DIMENSIONS.items() if each.of_client)


@dataclass(frozen=True)
class RowsOfFigure:
    """What one figure counts. `unit`: what its rows are: sheets, a sheet's devices, a rating's reasons, movements of parts.

    `value`: of (since when it is counted, the beginning of a local day; the moment from which on a repetition could not show yet;
    UTC ms): an integer or a name, by which they are told apart.
    """

    moment: Any
    conditions: Callable[[], tuple]
    value: Callable[[Any, Any], Any] = lambda since, ripe: SQL("1")
    unit: Any = Record


def faults_reported() -> tuple:
    return Record.in_force, Record.personal == False, Record.urgency != ""


def minutes_until(column):
    return (column - Record.opened_at) / clock.MINUTE


def same_device_and_cause(*wanted):
    """Is there another fault of the same cause, on one of the sheet's devices, of which this is true?"""
    mine = RecordDevice.alias("mine")
    query = (
        OtherDevice.select(OtherDevice.id)
        .join(mine, on=(mine.device == OtherDevice.device))
        .join(OtherFault, on=(OtherFault.id == OtherDevice.record))
        .where(
            mine.record == Record.id,
            OtherFault.id != Record.id,
            OtherFault.urgency != "",
            OtherFault.in_force,
        )
    )
    return fn.EXISTS(query.where(OtherFault.fault_class == Record.fault_class, *wanted))


def mended_at_once(_since, ripe):
    """By whoever went on with it first, and nothing of the kind came again: not said before its days have passed."""
    repeated = same_device_and_cause(
        OtherFault.opened_at > Record.restored_at,
        OtherFault.opened_at <= Record.restored_at + SAME_FAULT_WITHIN,
    )
    return Case(
        None,
        [
            (Record.responded_at > ripe, NOT_RIPE),
            (Record.restored_at.is_null(True) | (Record.restored_at > Record.responded_at), NOT_MENDED),
            (repeated, NOT_MENDED),
        ],
        MENDED,
    )


def device_failed_before(*wanted):
    """Of one device of the sheet: was a fault of it reported before, of which this is true?"""
    query = (
        OtherDevice.select(OtherDevice.id)
        .join(OtherFault, on=(OtherFault.id == OtherDevice.record))
        .where(OtherDevice.device == RecordDevice.device, OtherFault.urgency != "", OtherFault.in_force)
    )
    return fn.EXISTS(query.where(OtherFault.opened_at < Record.opened_at, *wanted))


def confirmed_faults() -> tuple:
    """Of devices, each with each of its faults: somebody was there, it is the device's fault, and the same one is not open already."""
    still_open = OtherFault.restored_at.is_null(True) | (OtherFault.restored_at > Record.opened_at)
    same = device_failed_before(OtherFault.fault_class == Record.fault_class, still_open)
    confirmed = Record.responded_at.is_null(False), Record.fault_class == DEVICES_FAULT
    return *faults_reported(), *confirmed, ~same


def repeated_faults() -> tuple:
    return *faults_reported(), device_failed_before(
        OtherFault.opened_at >= Record.opened_at - SAME_FAULT_WITHIN
    )


def months_since_installed(since, _ripe):
    """Whole months of the calendar, as both engines reckon them; 0 where a device failed before it was installed."""
    month, day = month_and_day(days_since_march_2000(since))
    installed_year, installed_month, installed_day = (
        fn.SUBSTR(Failed.installed_on, *part).cast("INTEGER") for part in ((1, 4), (6, 2), (9, 2))
    )
    begun = Case(None, [(day < installed_day, 1)], 0)  # the last one is not whole yet
    months = month - (installed_year * 12 + installed_month) - begun
    return Case(None, [(months > 0, months)], 0)


MARCH_2000 = 11_017  # days from 1970 on: counted from March, a leap day is the last of its year


def days_since_march_2000(since):
    """The local day of the report. `since`: the beginning of a local day, wherever that is."""
    noon = since + clock.DAY_MS // 2
    return (Record.opened_at - since) / clock.DAY_MS + noon / clock.DAY_MS - MARCH_2000


def month_and_day(days):
    """(months since the year 0, day of the month) in integers, for the years 2000 to 2099: 30.6 days to a month from March on."""
    year = (days * 4 + 3) / 1461
    day_of_year = days - year * 1461 / 4
    month = (day_of_year * 5 + 2) / 153
    return (year + 2000) * 12 + month + 3, day_of_year - (month * 153 + 2) / 5 + 1


def sheets_rated() -> tuple:
    return Record.in_force, Record.satisfaction != ""


def sheets_in_force() -> tuple:
    return Record.in_force, Record.personal == False


SAME_DAY = 12 * 60 * clock.MINUTE  # a sheet handed in later tells nothing of how long the work took


def minutes_of_work(_since, _ripe):
    """As the sheet says; of one that asks for no minutes from arriving until it was handed in."""
    return Case(
        None,
        [(Record.minutes.is_null(False), Record.minutes)],
        (Record.opened_at - Record.dated_at) / clock.MINUTE,
    )


def sheets_with_hours() -> tuple:
    handed_in = (Record.dated_at < Record.opened_at) & (Record.opened_at - Record.dated_at <= SAME_DAY)
    return *sheets_in_force(), Record.minutes.is_null(False) | handed_in


FAST, TAKEN_TIME, IN_ONE_PIECE = "fast", "taken_time", "in_one_piece"
SECOND = clock.MINUTE // 60
SHORTEST_CHECK = 20 * SECOND  # from the first answer until it was handed in
ARRIVED_WHOLE = 3 * SECOND  # filled without a network, or typed from paper: it came in one piece


def pace_of_check(_since, _ripe):
    """How long its first step lay here as a draft."""
    query = Entry.select(Entry.sealed_at - Draft.created_at).join(Draft, on=(Draft.uuid == Entry.draft))
    took = fn.COALESCE(query.where(Entry.record == Record.uuid, Entry.seq == 1), 0)
    return Case(None, [(took < ARRIVED_WHOLE, IN_ONE_PIECE), (took < SHORTEST_CHECK, FAST)], TAKEN_TIME)


def parts_on_sheets() -> tuple:
    """Fitted, and taken out again."""
    out_again = (Movement.kind == "returned") & Movement.source.is_null()
    return *sheets_in_force(), (Movement.kind == "fitted") | out_again


def pieces_fitted(_since, _ripe):
    return Case(None, [(Movement.kind == "fitted", Movement.quantity)], Movement.quantity * -1)


ROWS_OF_FIGURES: dict[str, RowsOfFigure] = {
    "faults": RowsOfFigure(Record.opened_at, faults_reported),
    "respond": RowsOfFigure(
        Record.opened_at,
        lambda: (*faults_reported(), Record.responded_at.is_null(False)),
        lambda since, ripe: minutes_until(Record.responded_at),
    ),
    "restore": RowsOfFigure(
        Record.opened_at,
        lambda: (*faults_reported(), Record.restored_at.is_null(False)),
        lambda since, ripe: minutes_until(Record.restored_at),
    ),
    "hands_on": RowsOfFigure(
        Record.opened_at,
        lambda: (*faults_reported(), Record.minutes.is_null(False)),
        lambda since, ripe: Record.minutes,
    ),
    "first_time": RowsOfFigure(
        Record.opened_at, lambda: (*faults_reported(), Record.responded_at.is_null(False)), mended_at_once
    ),
    "rate": RowsOfFigure(Record.opened_at, confirmed_faults, unit=RecordDevice),
    "repeated": RowsOfFigure(Record.opened_at, repeated_faults, unit=RecordDevice),
    "cost": RowsOfFigure(
        Record.opened_at,
        lambda: (*sheets_in_force(), Record.cost.is_null(False)),
        lambda since, ripe: Record.cost,
    ),
    "age": RowsOfFigure(
        Record.opened_at,
        lambda: (*confirmed_faults(), Failed.installed_on != ""),
        months_since_installed,
        unit=RecordDevice,
    ),
    "satisfaction": RowsOfFigure(Record.signed_at, sheets_rated, lambda since, ripe: Record.satisfaction),
    "reasons": RowsOfFigure(Record.signed_at, sheets_rated, unit=RatingReason),
    "signatures": RowsOfFigure(
        Record.signed_at,
        sheets_in_force,
        lambda since, ripe: Record.outcome,
    ),
    "sheets": RowsOfFigure(Record.dated_at, sheets_in_force),
    "hours": RowsOfFigure(Record.dated_at, sheets_with_hours, minutes_of_work),
    "pace": RowsOfFigure(Record.dated_at, sheets_in_force, pace_of_check),
    "parts": RowsOfFigure(MOMENT_OF_FITTING, parts_on_sheets, pieces_fitted, Movement),
    "parts_cost": RowsOfFigure(
        MOMENT_OF_FITTING,
        lambda: (*parts_on_sheets(), Part.price.is_null(False)),
        lambda since, ripe: pieces_fitted(since, ripe) * Part.price,
        Movement,
    ),
}
