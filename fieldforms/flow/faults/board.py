"""The dispatcher's board: open records of a form that anybody may begin, by step, with who has them and by when.

Late ones stand out before they are late: in the last quarter of the time they were given.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fieldforms.errors import NotFound
from fieldforms.flow.faults import targets
from fieldforms.flow.people.actors import SIGNERS, Actor
from fieldforms.flow.record import candidates, folding, repair_times, step_rights
from fieldforms.flow.sheets import repeat_reports
from fieldforms.forms.definition import Choice, Definition, Step
from fieldforms.store import clock
from fieldforms.store.faults import board
from fieldforms.store.library import definitions
from fieldforms.store.models import Record, User
from fieldforms.store.people import accounts
from fieldforms.store.record import lists
from fieldforms.store.record.records import Sealed

BOARD_READERS = ("dispatcher", "supervisor", "manager", "admin")
RECENT = 7 * clock.DAY_MS
LAST_QUARTER = 4
TO_RESPOND, TO_RESTORE = targets.ON_SITE, targets.BACK
SOON, LATE = "soon", "late"
BY_NAME = ("assignee", *candidates.ENGINEERS)  # whose cards name them: it is for one of few


@dataclass(frozen=True)
class PromisedTime:
    """The next thing that is due. `name`: TO_RESPOND or TO_RESTORE; `at`: UTC ms; `tone`: "", SOON or LATE."""

    name: str
    at: int
    tone: str


@dataclass(frozen=True)
class Card:
    """One open record. `by`: whose turn it is by role, `people`: by name; `began`: UTC ms, when it became their turn.

    `urgency`: its choice and rank, the sheet's first choice being the least urgent. `offer`: as candidates.offered_assignment.
    `further`: how often it was reported again.
    """

    row: Record
    step: Step
    by: str
    people: tuple[User, ...]
    began: int
    urgency: Choice | None
    rank: int
    promise: PromisedTime | None
    offer: str
    further: int

    @property
    def tone(self) -> str:
        return self.promise.tone if self.promise else ""

    @property
    def order(self) -> tuple:
        """Late ones first, then the urgent, then those that will be late, then those that have waited longest."""
        return self.tone != LATE, -self.rank, self.tone != SOON, self.began


@dataclass(frozen=True)
class BoardColumn:
    step: Step
    cards: tuple[Card, ...]

    @property
    def late(self) -> int:
        return sum(card.tone == LATE for card in self.cards)


@dataclass(frozen=True)
class TechnicianLoad:
    """A technician's open records, where it is their turn. `oldest`: UTC ms, None without any."""

    user: User
    n: int
    late: int
    oldest: int | None


@dataclass(frozen=True)
class Board:
    definition: Definition
    columns: tuple[BoardColumn, ...]
    load: tuple[TechnicianLoad, ...]
    more: bool  # there are more than are shown

    @property
    def cards(self) -> list[Card]:
        return [card for column in self.columns for card in column.cards]


@dataclass(frozen=True)
class ClosedRecord:
    """A record that is done: (minutes it took, minutes promised) for responding and restoring; None: not known."""

    row: Record
    respond: tuple[int | None, int | None]
    restore: tuple[int | None, int | None]


def forms_with_board() -> list[Definition]:
    """The forms that have a board: those anybody may begin."""
    return [each for row in definitions.in_use() if (each := definitions.read_definition(row)).public]


def form_with_board(key: str = "") -> Definition:
    """The form with this key, else the first that has a board. Raises NotFound."""
    found = next((each for each in forms_with_board() if key in ("", each.key)), None)
    if found is None:
        raise NotFound
    return found


def board_of(actor: Actor, definition: Definition) -> Board:
    """Raises NotAllowed."""
    actor.needs(*BOARD_READERS)
    rows = board.open_reports(actor.viewer, definition.key)
    more, rows = len(rows) > board.MOST_ON_BOARD, rows[: board.MOST_ON_BOARD]
    entries = lists.entries_by_uuid(rows, actor.viewer)
    known = BoardContext(actor, rows)
    cards = [card for row in rows if (card := known.card_of_record(row, entries[row.uuid]))]
    return Board(
        definition, tuple(columns_of_cards(definition, cards)), tuple(load_of_technicians(cards)), more
    )


def tones_of_open_reports(actor: Actor, definition: Definition) -> list[tuple[Record, str]]:
    """As the board tells them, of those it shows: without asking who has them. Raises NotAllowed."""
    actor.needs(*BOARD_READERS)
    rows = board.open_reports(actor.viewer, definition.key)[: board.MOST_ON_BOARD]
    entries, agreed, now = (
        lists.entries_by_uuid(rows, actor.viewer),
        targets.targets_agreed_for(rows),
        clock.now(),
    )
    return [(row, tone_of_report(row, entries[row.uuid], agreed, now)) for row in rows]


def tone_of_report(row: Record, entries: Sequence[Sealed], agreed: targets.AgreedTargets, now: int) -> str:
    version = definitions.read_definition(row.definition)
    times = repair_times.response_and_restore_times(version, entries, row.state, row.next_by)
    due = targets.next_target_due(row, agreed.target(row.client_id, row.urgency), *times)
    return tone_of_time(row.opened_at, due[0], now) if due else ""


class BoardContext:
    """What the cards of a board share: people, who serves whom, what was promised."""

    def __init__(self, actor: Actor, rows: Sequence[Record]):
        self.actor, self.now = actor, clock.now()
        self.staff = step_rights.Staff(row.client_id for row in rows if row.client_id)
        self.agreed = targets.targets_agreed_for(rows)

    def card_of_record(self, row: Record, entries: Sequence[Sealed]) -> Card | None:
        definition = definitions.read_definition(row.definition)
        fold = folding.fold_entries(definition, entries)
        if fold.turn is None or fold.last is None:
            return None
        urgency, rank = urgency_and_rank(definition, row.urgency)
        named = folding.assignee_of_step(definition, fold.turn, fold.answers)
        turn = step_rights.turn_of_step(fold.turn, row, fold.standing, named, self.staff)
        return Card(
            row=row,
            step=fold.turn,
            by=fold.turn.by if fold.turn.by in SIGNERS and not turn.fell else turn.by,
            people=turn.people if turn.by in BY_NAME and fold.turn.by not in SIGNERS else (),
            began=fold.last.row.sealed_at,
            urgency=urgency,
            rank=rank,
            promise=self.promise(
                row, *repair_times.response_and_restore_times(definition, entries, row.state, row.next_by)
            ),
            offer=candidates.offered_assignment(self.actor, row, definition, fold, turn),
            further=sum(1 for _entry in repeat_reports.merged_entries(entries)),
        )

    def promise(self, row: Record, responded: int | None, restored: int | None) -> PromisedTime | None:
        due = targets.next_target_due(row, self.target(row), responded, restored)
        return PromisedTime(due[1], due[0], tone_of_time(row.opened_at, due[0], self.now)) if due else None

    def target(self, row: Record) -> targets.AgreedTimes:
        return self.agreed.target(row.client_id, row.urgency)


def tone_of_time(begun: int, at: int, now: int) -> str:
    """SOON in the last quarter of the time between `begun` and `at`, LATE after it. All UTC ms."""
    if now > at:
        return LATE
    return SOON if at - now <= (at - begun) / LAST_QUARTER else ""


def urgency_and_rank(definition: Definition, name: str) -> tuple[Choice | None, int]:
    """The choice and its place among those of the sheet, which begin with the least urgent."""
    field = definition.meaning("urgency")
    for rank, choice in enumerate(field.choices if field else ()):
        if choice.name == name:
            return choice, rank
    return None, 0


def columns_of_cards(definition: Definition, cards: Iterable[Card]) -> list[BoardColumn]:
    """A column for each step a record can stand at, and for steps that only older versions of the form know.

    Nothing waits for the first step, unless it was returned to it.
    """
    steps = {step.name: step for step in definition.steps}
    held: dict[str, list[Card]] = {step.name: [] for step in definition.steps[1:]}
    for card in cards:
        steps.setdefault(card.step.name, card.step)
        held.setdefault(card.step.name, []).append(card)
    places = list(steps)
    ordered = sorted(held.items(), key=lambda item: places.index(item[0]))
    return [
        BoardColumn(steps[name], tuple(sorted(each, key=lambda card: card.order))) for name, each in ordered
    ]


def load_of_technicians(cards: Iterable[Card]) -> list[TechnicianLoad]:
    """Every technician in use with what waits for them, the busiest first."""
    held: dict[int, list[Card]] = {}
    for card in cards:
        for user in card.people:
            held.setdefault(user.id, []).append(card)
    people = (user for user in accounts.active_users() if user.role in candidates.ENGINEERS)
    found = [
        TechnicianLoad(user, len(mine), sum(card.tone == LATE for card in mine), min((c.began for c in mine), default=None))
        for user in people
        for mine in [held.get(user.id, [])]
    ]  # fmt: skip
    return sorted(found, key=lambda each: -each.n)


def recently_closed(actor: Actor, definition: Definition) -> list[ClosedRecord]:
    """What closed in the last seven days, newest first, and how long it took. Raises NotAllowed."""
    actor.needs(*BOARD_READERS)
    rows = board.reports_closed_since(actor.viewer, definition.key, clock.now() - RECENT)
    entries = lists.entries_by_uuid(rows, actor.viewer)
    known = BoardContext(actor, rows)
    return [closed_record(row, entries[row.uuid], known.target(row)) for row in rows]


def closed_record(row: Record, entries: Sequence[Sealed], target: targets.AgreedTimes) -> ClosedRecord:
    definition = definitions.read_definition(row.definition)
    responded, restored = repair_times.response_and_restore_times(definition, entries, row.state, row.next_by)
    return ClosedRecord(
        row,
        (minutes_since_report(row, responded), target.respond),
        (minutes_since_report(row, restored), target.restore),
    )


def minutes_since_report(row: Record, at: int | None) -> int | None:
    return None if at is None else (at - row.opened_at) // clock.MINUTE
