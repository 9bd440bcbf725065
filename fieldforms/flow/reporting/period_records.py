"""What a client's month or year consists of: its records, and the day by which each figure belongs to it.

Each figure has one definition (FIGURES), so that what lasts over a month's end is in exactly one month, or said as still open.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from fieldforms import config, i18n
from fieldforms.errors import N_, NotFound
from fieldforms.flow.completing import step_movements
from fieldforms.flow.faults import targets
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import cost_disputes, folding, repair_times
from fieldforms.flow.reporting.periods import Period
from fieldforms.forms import conditions
from fieldforms.forms.definition import Definition
from fieldforms.store import clock
from fieldforms.store.library import definitions
from fieldforms.store.models import Client, Record
from fieldforms.store.record import lists, ratings
from fieldforms.store.record.records import Sealed
from fieldforms.store.register import clients
from fieldforms.store.reporting import faults_in_time

# Figure → what counts, and by which day. Printed below each report.
FIGURES = (
    (N_("单据"), N_("工作的那一天在期内；单据没有写的，按开单的那一天")),
    (N_("报修的故障"), N_("在期内报修")),
    (N_("恢复的故障"), N_("在期内恢复，不论何时报修")),
    (N_("期末未恢复"), N_("期末之前报修，期末时还没有恢复")),
    (N_("更换的配件"), N_("在期内装上")),
    (N_("遗留问题"), N_("期末时的情况")),
    (N_("巡检"), N_("做巡检的那一天在期内")),
    (N_("满意度"), N_("客户在期内签字")),
)

MEANINGS_TOLD = {
    "urgency",
    "parts",
    "cost",
}  # meanings whose answers are told; other sheets are not opened for it


@dataclass
class PeriodRecords:
    """What was done in a month or year: records with their entries, by form, in the order of their days.

    `rows`: those whose work was done in it. `troubles`: faults reported until its end that were not over when it began.
    """

    actor: Actor
    client: Client
    period: Period
    lang: str
    rows: list[Record] = field(default_factory=list)
    troubles: list[Record] = field(default_factory=list)
    entries: dict[str, list[Sealed]] = field(default_factory=dict)

    @cached_property
    def agreed_targets(self) -> targets.AgreedTargets:
        return targets.AgreedTargets([self.client.id])

    @cached_property
    def ends(self) -> int:
        """UTC ms, exclusive: as of when things stand. Of a period that lasts: now."""
        return min(self.period.until, clock.now() + 1)

    @property
    def faults(self) -> list[Record]:
        """Reported in the period."""
        return [row for row in self.troubles if row.opened_at >= self.period.since]

    @property
    def restored_faults(self) -> list[Record]:
        """Restored in the period, whenever they were reported."""
        return [row for row in self.troubles if self.was_restored(row)]

    @property
    def unrestored_faults(self) -> list[Record]:
        """Not restored at its end."""
        return [row for row in self.troubles if self.times_of_fault(row)[1] is None]

    @property
    def faults_told(self) -> list[Record]:
        """Each fault that is one of these, once, in the order of reporting."""
        told = {row.id for row in (*self.faults, *self.restored_faults, *self.unrestored_faults)}
        return [row for row in self.troubles if row.id in told]

    def was_restored(self, row: Record) -> bool:
        at = self.times_of_fault(row)[1]
        return at is not None and at >= self.period.since

    def times_of_fault(self, row: Record) -> tuple[int | None, int | None]:
        """When (UTC ms) somebody went on with it and when it was restored, as far as that was until the period's end."""
        at = repair_times.response_and_restore_times(
            definition_of(row), self.entries[row.uuid], row.state, row.next_by
        )
        responded, restored = (None if each is None or each >= self.ends else each for each in at)
        return responded, restored

    @cached_property
    def settled_costs(self) -> dict[str, Decimal]:
        """Number of a sheet whose cost is disputed → how much counts, where a supervisor has said so."""
        rows = {row.id: row for row in (*self.troubles, *self.rows) if row.uuid in self.entries}
        disputed = [row.number for row in rows.values() if is_cost_disputed(self, row)]
        return cost_disputes.settled_costs(disputed)

    @cached_property
    def counts_by_rating(self) -> Counter[str]:
        """Ratings counted by answer; only ever for who may read them (Viewer.reads_ratings)."""
        counted: Counter[str] = Counter()
        for _month, answer, n in ratings.by_month(self.period.months, self.client.id):
            counted[answer] += n
        return counted

    def say(self, message: str, /, **values) -> str:
        return i18n.gettext(message, self.lang, **values)

    def day(self, ms: int) -> str:
        return i18n.format_day(ms, self.lang, config.current.tz)

    def moment(self, ms: int) -> str:
        return f"{self.day(ms)} {i18n.local(ms, config.current.tz):%H:%M}"


def gather_records(actor: Actor, client_id: int, period: Period, lang: str) -> PeriodRecords:
    """All records of the period that stand; people's own matters (overtime, approvals) are none of the client's.

    Raises NotFound.
    """
    client = clients.get_client(actor.viewer, client_id)
    if client is None:
        raise NotFound
    told = PeriodRecords(actor, client, period, lang)
    filters = lists.RecordFilters(client=client.id, since=period.since, until=period.until)
    for page in lists.pages_of_records(actor.viewer, filters):
        found = [row for row in page if row.in_force and not row.personal]
        told.rows += found
        open_records(told, [row for row in found if MEANINGS_TOLD & definition_of(row).meanings.keys()])
    told.rows.reverse()
    told.troubles = faults_in_time.faults_alive(actor.viewer, client.id, period.since, told.ends)
    open_records(told, [row for row in told.troubles if row.uuid not in told.entries])
    return told


def open_records(told: PeriodRecords, rows: list[Record]) -> None:
    told.entries |= lists.entries_by_uuid(rows, told.actor.viewer) if rows else {}


@dataclass(frozen=True)
class PartInWords:
    """A part that a sheet says was fitted and no movement tells. `left`: how many of it, 0 where none is said."""

    row: Record
    part: step_movements.UsedPart
    at: int
    left: int


def parts_in_words(told: PeriodRecords) -> Iterator[PartInWords]:
    """Fitted in the period: parts the stock does not know, or had too few of."""
    rows = {row.id: row for row in (*told.troubles, *told.rows)}
    for row in rows.values():
        folded = fold_of_row(told, row)
        used = list(step_movements.used_parts(definition_of(row), folded))
        moved = step_movements.parts_fitted_by_record(row) if used else Counter()
        for part in used:
            known = min(part.quantity, moved[part.known])
            moved[part.known] -= known
            at = moment_of_fitting(row, folded, part)
            if (known < part.quantity or not part.quantity) and told.period.since <= at < told.period.until:
                yield PartInWords(row, part, at, part.quantity - known)


def moment_of_fitting(row: Record, folded: folding.Fold, part: step_movements.UsedPart) -> int:
    """The day of the sheet's work where its form asks for one, else when the step was sealed (as store.sites says of movements)."""
    dated = row.dated_at != row.opened_at
    return (
        row.dated_at
        if dated or part.step not in folded.standing
        else folded.standing[part.step].row.sealed_at
    )


def definition_of(row: Record) -> Definition:
    return definitions.read_definition(row.definition)


def is_cost_disputed(told: PeriodRecords, row: Record) -> bool:
    """Settled since, or not."""
    return cost_disputes.says_disputed(definition_of(row), fold_of_row(told, row))


def cost_of_row(told: PeriodRecords, row: Record) -> Decimal:
    """What counts: nothing while it is disputed, afterwards what was settled (flow/record/cost_disputes.py)."""
    if is_cost_disputed(told, row):
        return told.settled_costs.get(row.number, Decimal(0))
    return sum_of_row(told, row, "cost")


def sum_of_row(told: PeriodRecords, row: Record, means: str) -> Decimal:
    """Of all fields that mean this: the check's and the repair's."""
    answers = fold_of_row(told, row).answers
    given = (answers.get(field.name) for field in definition_of(row).meanings.get(means, ()))
    return sum((Decimal(conditions.number_of_answer(each) or 0) for each in given), Decimal(0))


def fold_of_row(told: PeriodRecords, row: Record) -> folding.Fold:
    return folding.fold_entries(definition_of(row), told.entries.get(row.uuid, ()))
