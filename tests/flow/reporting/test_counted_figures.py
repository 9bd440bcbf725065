"""Every figure of the statistics against a recount of all sheets by hand, and every number against the sheets behind it."""

import random
from collections import Counter
from datetime import timedelta

import pytest

from fieldforms.errors import NotAllowed
from fieldforms.flow import local_time
from fieldforms.flow.faults import targets
from fieldforms.flow.reporting.counted_figures import ROWS_A_PAGE, FigureAsked, count_figure, rows_behind
from fieldforms.flow.reporting.figure_spans import FigureSpan, span_asked
from fieldforms.flow.reporting.figures import ALL_FIGURES, get_figure
from fieldforms.store import clock
from fieldforms.store.models import (
    Chain,
    Client,
    Device,
    DeviceModel,
    Draft,
    Entry,
    FormVersion,
    Movement,
    Part,
    Plan,
    RatingReason,
    Record,
    RecordDevice,
    StockPlace,
    User,
    Visit,
)
from fieldforms.store.reporting import figures as counted
from fieldforms.store.reporting.counted_rows import DIMENSIONS, WITHHELD

NOW = 1_795_500_000_000  # 2026-11-24 in Shanghai
DAY, MINUTE = clock.DAY_MS, clock.MINUTE
MONTH = 30 * DAY
RATINGS = ("very_satisfied", "satisfied", "fair", "dissatisfied")


@pytest.fixture
def at_work(world):
    """Sheets of all kinds, in all states, about some of eight devices: whatever may happen to them."""
    with clock.pretend_now(NOW):
        fill_at_random(world, random.Random(7), 90)
        yield world


def fill_at_random(world, luck, n: int) -> None:
    places, more = (world.office, world.university), random.Random(8)
    models = [DeviceModel.create(key=f"m{at}", brand="X", name=f"M{at}", created_at=NOW) for at in range(2)]
    for at in range(8):
        place = luck.choice(places)
        Device.create(
            client=place.client, room=luck.choice((place.room, None)), name=f"设备 {at}", brand=luck.choice(("EPSON", "Epson", "Barco", "")),
            category=luck.choice(("projector", "display")), of_model=luck.choice((*models, None)), created_at=NOW - 300 * DAY,
            installed_on=luck.choice(("", "2026-03-01", "2019-05-31", "2026-09-30", "2027-01-01")), retired_at=luck.choice((None, NOW - 60 * DAY)),
        )  # fmt: skip
    devices, version = list(Device.select()), FormVersion.select().first()
    parts = [
        Part.create(name=f"备件 {at}", kind="part", price=price, created_at=NOW)
        for at, price in enumerate((None, 0, 12_50))
    ]
    for at in range(n):
        row = add_at_random(
            luck, at, luck.choice(places), luck.sample(devices, luck.choice((0, 1, 1, 2))), version
        )
        fill_in_at_random(more, row)
        move_at_random(more, row, parts)
    for place, login in zip(places, ("chen", "zhou"), strict=True):
        plan_at_random(more, place, login)


def fill_in_at_random(luck, row: Record) -> None:
    """Its first step: as long as it lay as a draft, or without one."""
    if luck.random() < 0.5:
        row.key = "startup-check"
        row.save()
    took = luck.choice((0, 2_999, 3_000, 19_999, 20_000, 900_000))
    draft = luck.choice((f"d{row.id}", None))
    if draft:
        Draft.create(
            uuid=draft,
            record=row.uuid,
            definition=row.definition_id,
            step="",
            answers={},
            origin={},
            created_at=row.opened_at - took,
            saved_at=row.opened_at,
        )
    chain = Chain.select().first() or Chain.create(name="test")
    Entry.create(record=row.uuid, seq=1, number=row.number, definition=row.definition_id, step="x", outcome="done", draft=draft, chain=chain, chain_seq=10_000 + row.id,
                 digest=f"e{row.id}", jwt="", sealed_at=row.opened_at)  # fmt: skip


def move_at_random(luck, row: Record, parts: list[Part]) -> None:
    store = StockPlace.get_or_create(kind="company")[0]
    for part in luck.sample(parts, luck.choice((0, 0, 1, 2))):
        kind, source = luck.choice(
            (("fitted", store), ("fitted", store), ("returned", None), ("returned", store), ("issued", store))
        )
        Movement.create(part=part, kind=kind, quantity=luck.randrange(1, 4), source=source, record=row.number, at=row.opened_at + luck.randrange(40) * DAY)  # fmt: skip


def plan_at_random(luck, place, login: str) -> None:
    """Each third day, whatever day that is; of who serves the client, or of nobody."""
    person = User.get(User.login == login)
    plan = Plan.create(client=place.client, room=luck.choice((place.room, None)), key="av-maintenance", every=3, unit="day", skip_holidays=False,
                       technician=luck.choice((person, None)), starts_on="2026-05-20", created_at=NOW, created_by=1)  # fmt: skip
    for at in range(60):
        day = local_time.as_day("2026-05-20") + timedelta(days=3 * at)
        if outcome := luck.choice(("done", "skipped", "")):
            Visit.create(plan=plan, due_on=day.isoformat(), outcome=outcome, at=NOW)


def add_at_random(luck, at: int, place, about, version) -> Record:
    opened = NOW - luck.randrange(200) * DAY - luck.randrange(DAY)
    fault, rated = luck.random() < 0.6, luck.choice((*RATINGS, "", ""))
    responded = luck.choice((None, opened + luck.randrange(9000) * MINUTE))
    restored = luck.choice((None, responded, responded and responded + luck.randrange(9000) * MINUTE))
    row = Record.create(
        uuid=f"u{at}", number=f"T-{at:04}", key=luck.choice(("fault-report", "service-contact")), definition=version,
        client=luck.choice((place.client, None)), room=luck.choice((place.room, None)), technician=luck.choice((1, 2, None)),
        opened_at=opened, dated_at=opened - luck.randrange(3) * DAY, updated_at=opened, state="closed",
        urgency=luck.choice(("normal", "urgent")) if fault else "", responded_at=responded, restored_at=restored,
        fault_class=luck.choice(("device", "device", "lines", "undetermined", "operation", "")), minutes=luck.choice((None, 0, 30)), cost=luck.choice((None, 0, 12_50)),
        outcome=luck.choice(("done", "absent", "")), signed_at=luck.choice((None, opened + DAY)), satisfaction=rated,
        rating_month="2026-01" if rated else "", in_force=luck.random() < 0.9, personal=luck.random() < 0.1, confidential=luck.random() < 0.1,
    )  # fmt: skip
    for device in about:
        RecordDevice.create(record=row, device=device, dated_at=row.dated_at)
    for reason in luck.sample(("speed", "skill"), luck.choice((0, 1, 2))) if rated in RATINGS[2:] else ():
        RatingReason.create(record=row, month=row.rating_month, reason=reason)
    return row


class Recount:
    """All of it read once, and counted by hand."""

    def __init__(self, span: FigureSpan, cleared: bool = False):
        self.span = span
        self.checks = ("startup-check", "av-maintenance")
        self.rows = [row for row in Record.select() if row.in_force and (cleared or not row.confidential)]
        self.every = [row for row in Record.select() if row.in_force and row.urgency]
        self.about = {row.id: [] for row in Record.select()}
        for each in RecordDevice.select(RecordDevice, Device).join(Device):
            self.about[each.record_id].append(each.device)
        self.reasons = {row.id: [] for row in Record.select()}
        for each in RatingReason.select():
            self.reasons[each.record_id].append(each.reason)

    def faults(self):
        return [row for row in self.rows if row.urgency and not row.personal]

    def others_of(self, row, device):
        """Faults of that device, whoever may read them."""
        return [other for other in self.every if other.id != row.id and device in self.about[other.id]]

    def units(self, name: str):
        """(sheet, its device or reason, what is measured)"""
        yield from (
            (row, what, value)
            for row, what, value, at in getattr(self, name)()
            if at is not None and self.span.since <= at < self.span.until
        )

    def sheets(self):
        return [(row, None, 1, row.dated_at) for row in self.rows if not row.personal]

    def all_faults(self):
        return [(row, None, 1, row.opened_at) for row in self.faults()]

    def respond(self):
        return self.minutes_until("responded_at")

    def restore(self):
        return self.minutes_until("restored_at")

    def minutes_until(self, column: str):
        found = [(row, getattr(row, column)) for row in self.faults()]
        return [
            (row, None, (at - row.opened_at) // MINUTE, row.opened_at) for row, at in found if at is not None
        ]

    def hands_on(self):
        return [(row, None, row.minutes, row.opened_at) for row in self.faults() if row.minutes is not None]

    def cost(self):
        rows = [row for row in self.rows if not row.personal and row.cost is not None]
        return [(row, None, row.cost, row.opened_at) for row in rows]

    def first_time(self):
        looked_at = [row for row in self.faults() if row.responded_at is not None]
        return [(row, None, self.mended(row), row.opened_at) for row in looked_at]

    def mended(self, row) -> int:
        if row.responded_at > clock.now() - MONTH:
            return 2
        again = [
            other
            for device in self.about[row.id]
            for other in self.others_of(row, device)
            if other.fault_class == row.fault_class
            and row.restored_at is not None
            and row.restored_at < other.opened_at <= row.restored_at + MONTH
        ]
        return int(row.restored_at is not None and row.restored_at <= row.responded_at and not again)

    def confirmed(self):
        for row in self.faults():
            for device in self.about[row.id]:
                open_already = [
                    other
                    for other in self.others_of(row, device)
                    if other.fault_class == row.fault_class
                    and other.opened_at < row.opened_at
                    and (other.restored_at is None or other.restored_at > row.opened_at)
                ]
                if row.responded_at is not None and row.fault_class == "device" and not open_already:
                    yield row, device

    def rate(self):
        return [(row, device, 1, row.opened_at) for row, device in self.confirmed()]

    def age(self):
        known = [(row, device) for row, device in self.confirmed() if device.installed_on]
        return [(row, device, self.months_old(row, device), row.opened_at) for row, device in known]

    @staticmethod
    def months_old(row, device) -> int:
        day, begun = local_time.date_of(row.opened_at), local_time.as_day(device.installed_on)
        months = (day.year - begun.year) * 12 + day.month - begun.month - (day.day < begun.day)
        return max(0, months)

    def repeated(self):
        return [
            (row, device, 1, row.opened_at)
            for row in self.faults()
            for device in self.about[row.id]
            if any(row.opened_at - MONTH <= other.opened_at < row.opened_at for other in self.others_of(row, device))
        ]  # fmt: skip

    def hours(self):
        for row in self.rows:
            on_the_way = row.opened_at - row.dated_at
            if row.minutes is not None and not row.personal:
                yield row, None, row.minutes, row.dated_at
            elif not row.personal and 0 < on_the_way <= 12 * 60 * MINUTE:
                yield row, None, on_the_way // MINUTE, row.dated_at

    def pace(self):
        for row in self.rows:
            draft = Draft.get_or_none(Draft.uuid == f"d{row.id}")
            took = row.opened_at - draft.created_at if draft else 0
            word = "in_one_piece" if took < 3_000 else "fast" if took < 20_000 else "taken_time"
            if not row.personal and row.key in self.checks:
                yield row, None, word, row.dated_at

    def parts(self):
        for each in Movement.select(Movement, Part).join(Part):
            row = next((row for row in self.rows if row.number == each.record and not row.personal), None)
            out_again = each.kind == "returned" and each.source_id is None
            if row and (each.kind == "fitted" or out_again):
                pieces = each.quantity if each.kind == "fitted" else -each.quantity
                yield row, each.part, pieces, row.dated_at if row.dated_at != row.opened_at else each.at

    def parts_cost(self):
        found = (
            (row, part, n * part.price if part.price is not None else None, at)
            for row, part, n, at in self.parts()
        )
        return [each for each in found if each[2] is not None]

    def satisfaction(self):
        return [(row, None, row.satisfaction, row.signed_at) for row in self.rows if row.satisfaction]

    def reasons_given(self):
        rated = [row for row in self.rows if row.satisfaction]
        return [(row, reason, 1, row.signed_at) for row in rated for reason in self.reasons[row.id]]

    def signatures(self):
        return [(row, None, row.outcome, row.signed_at) for row in self.rows if not row.personal]

    def whats(self, row, what, dimension: str) -> set:
        """To which lines of a breakdown this belongs."""
        if row.confidential and dimension not in SAID_IN_LISTS:
            return {WITHHELD}
        if dimension == "part":
            return {what.id}
        if dimension == "reason":
            return {what}
        if dimension == "client_type":
            return {row.client.type if row.client_id else ""}
        if DIMENSIONS[dimension].of_device:
            about = [what] if isinstance(what, Device) else self.about[row.id]
            return {of_device(device, dimension) for device in about}
        column = {"form": "key", "client": "client_id", "technician": "technician_id", "room": "room_id"}
        return {getattr(row, column.get(dimension, dimension))}


def of_device(device, dimension: str):
    return {
        "device": device.id, "category": device.category, "brand": device.brand.lower(), "model": device.of_model_id,
    }[dimension]  # fmt: skip


SAID_IN_LISTS = ("client", "client_type", "form", "technician")
RECOUNTED = {"faults": "all_faults", "reasons": "reasons_given"}
COUNTED_OF_SHEETS = [figure for figure in ALL_FIGURES if figure.name != "visits"]
SPAN = FigureSpan(local_time.as_day("2026-06-01"), local_time.as_day("2026-11-30"))


def asked_of(world, name: str, span=SPAN, login="gao", **narrowed) -> FigureAsked:
    return FigureAsked(world.actor(login), get_figure(name), span, narrowed, "zh")


def test_a_figure_is_what_counting_all_sheets_by_hand_comes_to(at_work):
    recount = Recount(SPAN)
    for figure in COUNTED_OF_SHEETS:
        is_as_counted_by_hand(at_work, recount, figure.name)


def test_what_a_confidential_sheet_is_about_is_a_line_of_its_own(at_work):
    at_work.users["gao"].confidential = True
    at_work.users["gao"].save()
    for figure in COUNTED_OF_SHEETS:
        is_as_counted_by_hand(at_work, Recount(SPAN, cleared=True), figure.name)
    lines = count_figure(asked_of(at_work, "faults"), "device").lines
    assert [line.label for line in lines if line.leads["device"] == WITHHELD] == ["涉密"]


@pytest.mark.parametrize(("installed", "reported", "months"), [
    ("2024-02-29", "2025-02-28", 11), ("2024-02-29", "2025-03-01", 12), ("2026-10-31", "2026-11-30", 0), ("2000-01-01", "2026-11-01", 322),
    ("2026-11-02", "2026-11-01", 0), ("2030-01-01", "2026-11-01", 0), ("2026-01-01", "2026-12-31", 11), ("2025-12-31", "2026-01-31", 1),
])  # fmt: skip
def test_a_devices_age_is_months_of_the_calendar_and_never_less_than_none(world, installed, reported, months):
    first = local_time.start_of(reported)
    device = Device.create(
        client=world.office.client, name="设备", category="projector", installed_on=installed, created_at=NOW
    )
    for moment in (first, first + DAY - 1):
        row = Record.create(
            uuid=f"u{moment}", number=f"T-{moment}", key="fault-report", definition=FormVersion.select().first(), client=world.office.client,
            opened_at=moment, dated_at=moment, updated_at=moment, urgency="normal", responded_at=moment, restored_at=moment, fault_class="device",
            state="closed",
        )  # fmt: skip
        RecordDevice.create(record=row, device=device, dated_at=moment)
    day = local_time.as_day(reported)
    asked = asked_of(world, "age", FigureSpan(day, day))
    assert [row.measured for row in rows_behind(asked).rows] == [months, months]
    assert count_figure(asked, "category").total.main == months


def is_as_counted_by_hand(at_work, recount, name: str) -> None:
    figure = get_figure(name)
    units = list(recount.units(RECOUNTED.get(name, name)))
    source = asked_of(at_work, name).source
    assert units
    for dimension in figure.dimensions:
        by_hand = Counter(
            (what, value) for row, about, value in units for what in recount.whats(row, about, dimension)
        )
        found = {(what, value): n for what, value, n in source.counted_by(SPAN, {}, dimension)}
        assert found == by_hand, (name, dimension)
        behind_every_number(source, dimension, found)
    months = count_figure(asked_of(at_work, name), "month")
    assert sum(line.measured.n for line in months.lines) == months.total.n


def behind_every_number(source, dimension: str, found: dict) -> None:
    for (what, value), n in found.items():
        narrowed = {dimension: counted.UNSAID_VALUE if what in (None, "") else what, "value": value}
        rows = source.rows_behind(SPAN, narrowed, 1000, None)
        assert len({row.place for row in rows}) == len(rows) == n, narrowed


def test_visits_are_what_going_through_the_plans_day_by_day_comes_to(at_work):
    today, by_hand = local_time.date_today(), Counter()
    for plan in Plan.select():
        said = {visit.due_on: visit.outcome for visit in Visit.select().where(Visit.plan == plan)}
        day = local_time.as_day(plan.starts_on)
        while day <= SPAN.last:
            word = {"done": "done", "skipped": "skipped"}.get(
                said.get(day.isoformat(), ""), "missed" if day < today else "ahead"
            )
            if day >= SPAN.first:
                by_hand[plan.client_id, plan.technician_id, plan.room_id, word] += 1
            day += timedelta(days=3)
    source = asked_of(at_work, "visits").source
    for at, dimension in enumerate(("client", "technician", "room")):
        counted_by_hand: Counter = Counter()
        for key, n in by_hand.items():
            counted_by_hand[key[at], key[3]] += n
        found = {(what, value): n for what, value, n in source.counted_by(SPAN, {}, dimension)}
        assert found == counted_by_hand, dimension
        behind_every_number(source, dimension, found)
    lines = count_figure(asked_of(at_work, "visits"), "month").lines
    assert sum(line.measured.n for line in lines) == sum(
        n for key, n in by_hand.items() if key[3] in ("done", "missed")
    )


def test_hours_stand_beside_what_the_contract_counts_on(at_work):
    Client.update(hours_per_year=365).where(Client.id == at_work.office.client.id).execute()
    lines = count_figure(asked_of(at_work, "hours"), "client").lines
    agreed = {line.leads["client"]: line.target for line in lines}
    assert agreed.pop(str(at_work.office.client.id)) == pytest.approx(365 * 60 * SPAN.days / 365.25)
    assert set(agreed.values()) == {None}
    months = count_figure(asked_of(at_work, "hours", client=at_work.office.client.id), "month").lines
    assert months[0].target == pytest.approx(365 * 60 * 30 / 365.25)
    other = asked_of(at_work, "hours", client=at_work.office.client.id, technician=1)
    assert {line.target for line in count_figure(other, "month").lines} == {None}


def test_a_month_is_told_by_its_days(at_work):
    span = FigureSpan(local_time.as_day("2026-11-01"), local_time.as_day("2026-11-24"))
    found = count_figure(asked_of(at_work, "sheets", span), "month")
    assert [found.lines[0].label, found.lines[-1].label, len(found.lines)] == ["2026-11-01", "2026-11-24", 24]
    assert sum(line.measured.n for line in found.lines) == found.total.n > 0


def test_a_page_of_rows_goes_on_where_the_one_before_ended(at_work):
    asked = asked_of(at_work, "sheets")
    seen, on = [], None
    while True:
        page = rows_behind(asked, on)
        seen += [row.number for row in page.rows]
        on = page.following
        if on is None:
            break
        assert len(page.rows) == ROWS_A_PAGE
    assert len(seen) == len(set(seen)) == count_figure(asked, "month").total.n > ROWS_A_PAGE


def test_device_years_are_days_in_service_until_today(at_work):
    now = clock.now()
    by_hand = 0.0
    for device in Device.select():
        begun = local_time.start_of(device.installed_on) if device.installed_on else device.created_at
        ended = min(device.retired_at or now, now, SPAN.until)
        by_hand += max(0, ended - max(begun, SPAN.since)) / DAY / 365.25
    total = count_figure(asked_of(at_work, "rate"), "brand").total
    assert total.cells[1].raw == pytest.approx(by_hand, abs=0.006)
    assert total.main == pytest.approx(total.n / by_hand)


def test_the_span_before_is_as_long(world):
    year = span_asked("2025-01-01", "2025-12-31")
    assert (str(year.before.first), str(year.before.last)) == ("2024-01-01", "2024-12-31")
    leap = span_asked("2024-03-01", "2024-03-31").before
    assert (str(leap.first), str(leap.last)) == ("2024-02-01", "2024-02-29")
    days = span_asked("2025-11-10", "2025-11-16")
    assert (str(days.before.first), str(days.before.last)) == ("2025-11-03", "2025-11-09")
    assert span_asked("2025-11-16", "2025-11-10") == days
    assert str(span_asked("1999-01-01", "").first) == "2000-01-01"


def test_what_is_not_over_is_held_against_the_same_days_before(world):
    with clock.pretend_now(NOW):  # the 24th of November
        for asked in (span_asked("2026-01-01", "2026-12-31"), span_asked("2026-01-01", "2099-12-31")):
            assert (str(asked.last), len(asked.months)) == ("2026-11-24", 11)
            assert days_of(asked.before) == ("2025-01-01", "2025-11-24")
        assert days_of(span_asked("2026-11-01", "2026-11-30").before) == ("2026-10-01", "2026-10-24")
        assert days_of(span_asked("", "")) == ("2025-12-01", "2026-11-24")
        assert days_of(span_asked("", "").before) == ("2024-12-01", "2025-11-24")
        assert str(span_asked("2027-05-01", "2027-06-01").first) == "2026-11-24"


def test_on_the_first_of_a_month_a_day_is_held_against_a_day_and_says_so(world):
    first = FigureSpan(local_time.as_day("2026-12-01"), local_time.as_day("2026-12-01"))
    assert days_of(first.before) == ("2026-11-01", "2026-11-01")
    assert first.words("zh") == "2026年12月1日（1 天）"
    end = FigureSpan(local_time.as_day("2026-03-01"), local_time.as_day("2026-03-30"))
    assert days_of(end.before) == ("2026-02-01", "2026-02-28")


def days_of(span: FigureSpan) -> tuple[str, str]:
    return str(span.first), str(span.last)


def test_months_stand_beside_each_other_without_a_span_before(at_work):
    found = count_figure(asked_of(at_work, "faults"), "month")
    assert {line.before for line in found.lines} == {None} and not found.is_compared
    assert found.before.n == sum(
        line.measured.n
        for line in count_figure(asked_of(at_work, "faults", SPAN.before), "client").lines
    )  # fmt: skip


@pytest.mark.parametrize("login", ["chen", "sunmin", "shen", "admin", "wangjing"])
def test_figures_are_for_who_may_read_ratings(world, login):
    with pytest.raises(NotAllowed):
        asked_of(world, "sheets", login=login)


def test_targets_are_drawn_where_one_number_holds(at_work):
    given = {
        f"{urgency}.{what}": ""
        for urgency in ("normal", "urgent", "meeting")
        for what in ("respond", "restore")
    }
    targets.change_targets(at_work.actor("gao"), None, given | {"urgent.respond": "120"})
    lines = count_figure(asked_of(at_work, "respond"), "urgency").lines
    assert {line.leads["urgency"]: line.target for line in lines} == {"normal": None, "urgent": 120}
    months = count_figure(asked_of(at_work, "respond", urgency="urgent"), "month").lines
    assert {line.target for line in months} == {120}
    assert {line.target for line in count_figure(asked_of(at_work, "respond"), "month").lines} == {None}


def test_a_confidential_sheet_counts_for_whom_it_is_open(at_work):
    at_work.users["gao"].confidential = True
    at_work.users["gao"].save()
    cleared = count_figure(asked_of(at_work, "sheets"), "client").total.n
    at_work.users["gao"].confidential = False
    at_work.users["gao"].save()
    assert count_figure(asked_of(at_work, "sheets"), "client").total.n < cleared
