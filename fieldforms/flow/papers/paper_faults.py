"""The faults of a client on paper. Everywhere a fault is one report of the last twelve months about no confidential room
(PaperFacts.faults): where one concerns several devices, the table says so below its sum."""

from collections import Counter
from collections.abc import Iterator
from functools import partial

from fieldforms import config, i18n
from fieldforms.errors import N_
from fieldforms.flow import local_time
from fieldforms.flow.papers.paper_devices import MOST_DEVICES_LISTED, category_in_words, table_block
from fieldforms.flow.papers.paper_facts import PaperFacts
from fieldforms.flow.prefill import open_points
from fieldforms.paper.booklet import BookletBars, BookletBlock, BookletText
from fieldforms.store.models import Device, Record
from fieldforms.store.register import sites
from fieldforms.store.register.sites import Site

WITHOUT_DEVICE = N_("没有写明设备的")
FAULTS_IN_ALL = N_("合计")
COUNTED_TWICE = N_(
    "一起报修可能涉及几台、几类设备，在每一行都算，所以各行相加是 %(sum)s，多于合计的 %(n)s 起。"
)
GUARDED_FAULTS = N_("涉密场所的故障另行保管，不计在内。")


def bars_of_months(facts: PaperFacts) -> Iterator[BookletBlock]:
    counted = Counter(local_time.day_of(row.opened_at)[:7] for row in facts.faults)
    said = {"months": len(facts.months), "n": len(facts.faults)}
    title = facts.say(N_("近 %(months)s 个月每月报修（共 %(n)s 起）"), **said)
    yield BookletBars(
        title, tuple((each.text[2:].replace("-", "/"), counted[each.text]) for each in facts.months)
    )
    if any(room.confidential for room in facts.rooms):
        yield BookletText(facts.say(GUARDED_FAULTS))


def faults_by_device(facts: PaperFacts) -> dict[Device | None, list[Record]]:
    """A fault stands at each of its devices; under None those about none that the client ever had."""
    known = {device.id: device for device in facts.every_device}
    about = sites.devices_by_record(facts.faults) if facts.faults else {}
    found: dict[Device | None, list[Record]] = {}
    for row in facts.faults:
        devices: list[Device | None] = [known[id] for id in about[row.id] if id in known]
        for device in devices or [None]:
            found.setdefault(device, []).append(row)
    return found


def table_of_fault_categories(facts: PaperFacts) -> Iterator[BookletBlock]:
    by_category: dict[str | None, set[int]] = {}
    for device, reports in faults_by_device(facts).items():
        ids = by_category.setdefault(device.category if device else None, set())
        ids.update(row.id for row in reports)
    counts = Counter({name: len(ids) for name, ids in by_category.items()})
    standing = Counter(device.category for device in facts.devices)
    named = [(name, n) for name, n in counts.most_common() if name is not None]
    rows = [(category_in_words(facts, name), str(n), str(standing[name])) for name, n in named]
    if None in counts:
        rows.append((facts.say(WITHOUT_DEVICE), str(counts[None]), "—"))
    if rows:
        rows.append((facts.say(FAULTS_IN_ALL), str(len(facts.faults)), "—"))
    columns = ((N_("类别"), 6), (N_("故障（起）"), 3), (N_("在用（台）"), 3))
    yield table_block(facts, facts.say(N_("故障按设备类别")), columns, rows, bool(rows))
    yield from why_sums_differ(facts, counts.total())


def why_sums_differ(facts: PaperFacts, sum: int) -> Iterator[BookletBlock]:
    """`sum`: of the rows above."""
    if sum != len(facts.faults):
        yield BookletText(facts.say(COUNTED_TWICE, sum=sum, n=len(facts.faults)))


def table_of_faulty_ones(facts: PaperFacts) -> Iterator[BookletBlock]:
    found = sorted(faults_by_device(facts).items(), key=place_in_table)
    rows = list(map(partial(row_of_faulty_one, facts), found[:MOST_DEVICES_LISTED]))
    if rows:
        rows.append((facts.say(FAULTS_IN_ALL), "—", str(len(facts.faults)), "—"))
    columns = ((N_("设备"), 6), (N_("场所"), 5), (N_("起数"), 2), (N_("单据"), 8))
    yield table_block(facts, facts.say(N_("故障按设备")), columns, rows, bool(rows))
    yield from why_sums_differ(facts, sum(len(reports) for _device, reports in found))


def place_in_table(pair: tuple[Device | None, list[Record]]) -> tuple[bool, int, str]:
    """The worst first; those without a device at the end."""
    device, reports = pair
    return device is None, -len(reports), device.name if device else ""


def row_of_faulty_one(facts: PaperFacts, pair: tuple[Device | None, list[Record]]) -> tuple[str, ...]:
    device, reports = pair
    return (
        device.name if device else facts.say(WITHOUT_DEVICE),
        facts.name_of_room(device.room_id) if device else "—",
        str(len(reports)),
        facts.join_words(row.number for row in reports),
    )


def table_of_points_left(facts: PaperFacts) -> Iterator[BookletBlock]:
    found = open_points.open_points_at(facts.actor, Site(facts.client.id))
    rows = (
        (
            i18n.format_date(each.at, facts.lang, config.current.tz),
            each.text,
            facts.join_words(each.devices) or "—",
            each.number,
        )
        for each in found
        if not each.confidential
    )
    columns = ((N_("日期"), 5), (N_("问题"), 9), (N_("设备"), 5), (N_("单据"), 5))
    yield table_block(facts, facts.say(N_("遗留问题")), columns, rows)
