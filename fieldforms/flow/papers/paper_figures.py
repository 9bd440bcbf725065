"""What a text may name on a line by itself: tables, bars, drawings and advice, out of the register, in the paper's language."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from fieldforms import config, i18n
from fieldforms.errors import N_
from fieldforms.flow import local_time
from fieldforms.flow.faults import targets
from fieldforms.flow.papers import paper_cabling
from fieldforms.flow.papers.paper_devices import (
    MOST_DEVICES_LISTED,
    category_in_words,
    devices_by_place,
    devices_in_trouble,
    devices_out_of_warranty,
    old_devices,
    table_block,
    table_of_categories,
)
from fieldforms.flow.papers.paper_facts import PaperFacts
from fieldforms.flow.papers.room_papers import advice_of_fault, faults_by_subject
from fieldforms.flow.prefill import open_points
from fieldforms.flow.register import register_columns
from fieldforms.flow.reporting.periods import duration_in_words
from fieldforms.flow.sheets import words_of_records
from fieldforms.paper.booklet import BookletBars, BookletBlock, BookletHeading, BookletText
from fieldforms.store.library import definitions
from fieldforms.store.models import Device, FormVersion, Record
from fieldforms.store.record import lists
from fieldforms.store.register import sites
from fieldforms.store.register.sites import Site
from fieldforms.store.stock import parts, stock

MOST_SURVEYS, MOST_LOW_PARTS = 50, 500
REQUIREMENTS = (("confidential", N_("涉密")), ("no_phones", N_("禁手机")), ("no_cameras", N_("禁拍照")))


# The place and its people


def table_of_venues(facts: PaperFacts) -> Iterator[BookletBlock]:
    rows = (
        (
            room.name,
            " ".join(filter(None, (room.building, room.floor))) or "—",
            facts.say(register_columns.ROOM_KINDS.get(room.kind, "")) or "—",
            facts.join_words(facts.say(words) for name, words in REQUIREMENTS if getattr(room, name)) or "—",
        )
        for room in facts.rooms
    )
    columns = ((N_("场所"), 7), (N_("位置"), 4), (N_("用途"), 4), (N_("要求"), 4))
    yield table_block(facts, "", columns, rows)


def table_of_people(facts: PaperFacts) -> Iterator[BookletBlock]:
    rows = (
        (each.name, each.title or "—", each.phone or "—", each.mobile or "—", f"{each.office} {each.floor}".strip() or "—")
        for each in facts.contacts
    )  # fmt: skip
    columns = ((N_("姓名"), 3), (N_("职务"), 4), (N_("电话"), 4), (N_("手机"), 4), (N_("办公室"), 4))
    yield table_block(facts, "", columns, rows)


def table_of_times(facts: PaperFacts) -> Iterator[BookletBlock]:
    agreed = targets.AgreedTargets([facts.client.id])
    rows = []
    for urgency in targets.urgencies():
        times = agreed.target(facts.client.id, urgency.name)
        said = (
            duration_in_words(each, facts.lang) if each is not None else "—"
            for each in (times.respond, times.restore)
        )
        rows.append((i18n.pick(urgency.label, facts.lang), *said))
    yield table_block(facts, "", ((N_("紧急程度"), 4), (N_("到场"), 4), (N_("恢复"), 4)), rows)


# Faults


def bars_of_months(facts: PaperFacts) -> Iterator[BookletBlock]:
    counted = Counter(local_time.day_of(row.opened_at)[:7] for row in facts.faults)
    said = {"months": len(facts.months), "n": len(facts.faults)}
    title = facts.say(N_("近 %(months)s 个月每月报修（共 %(n)s 起）"), **said)
    yield BookletBars(
        title, tuple((each.text[2:].replace("-", "/"), counted[each.text]) for each in facts.months)
    )


def faults_by_device(facts: PaperFacts) -> dict[Device, list[Record]]:
    """Of sheets about confidential rooms nothing."""
    rows = [row for row in facts.faults if not row.confidential]
    known = {device.id: device for device in facts.every_device}
    about = sites.devices_by_record(rows) if rows else {}
    found: dict[Device, list[Record]] = {}
    for row in rows:
        for id in about[row.id]:
            if id in known:
                found.setdefault(known[id], []).append(row)
    return found


def table_of_fault_categories(facts: PaperFacts) -> Iterator[BookletBlock]:
    counted: Counter[str] = Counter()
    for device, reports in faults_by_device(facts).items():
        counted[device.category] += len(reports)
    standing = Counter(device.category for device in facts.devices)
    rows = (
        (category_in_words(facts, name), str(n), str(standing[name])) for name, n in counted.most_common()
    )
    columns = ((N_("类别"), 6), (N_("故障（起）"), 3), (N_("在用（台）"), 3))
    yield table_block(facts, facts.say(N_("故障按设备类别")), columns, rows)


def table_of_faulty_ones(facts: PaperFacts) -> Iterator[BookletBlock]:
    found = sorted(faults_by_device(facts).items(), key=lambda pair: (-len(pair[1]), pair[0].name))
    rows = (
        (
            each.name,
            facts.name_of_room(each.room_id),
            str(len(reports)),
            facts.join_words(row.number for row in reports),
        )
        for each, reports in found[:MOST_DEVICES_LISTED]
    )
    columns = ((N_("设备"), 6), (N_("场所"), 5), (N_("起数"), 2), (N_("单据"), 8))
    yield table_block(facts, facts.say(N_("故障按设备")), columns, rows)


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


def measures_prepared(facts: PaperFacts) -> Iterator[BookletBlock]:
    """What is known of the models and categories that the client has."""
    none = True
    for subject in faults_by_subject(facts.actor, facts.devices, facts.lang):
        if subject.faults:
            none = False
            yield BookletHeading(subject.title, 3)
            yield from (advice_of_fault(fault, facts.lang) for fault in subject.faults)
    if none:
        yield BookletText(facts.say(N_("这些设备还没有登记常见故障。")))


# Sheets and stock


def survey_forms() -> list[FormVersion]:
    """Those whose rows are taken into the register."""
    return [
        row
        for row in definitions.in_use()
        if any(s.takes_over for s in definitions.read_definition(row).steps)
    ]


def table_of_surveys(facts: PaperFacts) -> Iterator[BookletBlock]:
    found: list[Record] = []
    for form in survey_forms():
        filters = lists.RecordFilters(key=form.key, client=facts.client.id)
        found += lists.page_of_records(facts.actor.viewer, filters, MOST_SURVEYS).rows
    rows = (
        (
            row.number,
            i18n.format_date(row.dated_at, facts.lang, config.current.tz),
            *place_and_progress(facts, row),
        )
        for row in found
        if row.in_force and not row.confidential
    )
    columns = ((N_("编号"), 5), (N_("日期"), 5), (N_("场所"), 7), (N_("进展"), 4))
    yield table_block(facts, "", columns, rows)


def place_and_progress(facts: PaperFacts, row: Record) -> tuple[str, str]:
    return facts.name_of_room(row.room_id), words_of_records.line_of_row(row, facts.lang).result


def table_of_stock_on_site(facts: PaperFacts) -> Iterator[BookletBlock]:
    rows = (
        (each.part.name, name_of_part(each.part), f"{each.quantity} {each.part.unit}".strip())
        for each in stock.lying_at_client(facts.client.id)
    )
    columns = ((N_("名称"), 6), (N_("品牌型号"), 6), (N_("数量"), 3))
    yield table_block(facts, facts.say(N_("现场备品备件")), columns, rows)


def name_of_part(part) -> str:
    return f"{part.brand} {part.model}".strip() or "—"


def table_of_what_to_buy(facts: PaperFacts) -> Iterator[BookletBlock]:
    """The client's own and what lies there, when as little is left as one is warned of; so many that it is above that."""
    lying = {each.part.id for each in stock.lying_at_client(facts.client.id)}
    low = parts.seen_by(facts.actor.viewer, parts.PartFilters(low=True), MOST_LOW_PARTS)
    found = [part for part in low if part.client_id == facts.client.id or part.id in lying]
    left = parts.available_by_part(found) if found else {}
    rows = (
        (part.name, name_of_part(part), str(left[part.id]), str(part.low_at), f"{part.low_at + 1 - left[part.id]} {part.unit}".strip())
        for part in found
    )  # fmt: skip
    columns = (
        (N_("名称"), 5),
        (N_("品牌型号"), 6),
        (N_("可用"), 2),
        (N_("最低数量"), 3),
        (N_("至少购置"), 3),
    )
    yield table_block(facts, facts.say(N_("购置建议")), columns, rows)


@dataclass(frozen=True)
class PaperFigure:
    """`english`: its name in English texts. `blocks`: what it puts in its place. `tells_of_rooms`: of their cabling or faults, which
    are left out of confidential ones."""

    english: str
    blocks: Callable[[PaperFacts], Iterator[BookletBlock]]
    tells_of_rooms: bool = False


PAPER_FIGURES: dict[str, PaperFigure] = {
    "场所表": PaperFigure("venue table", table_of_venues),
    "联系人表": PaperFigure("contact table", table_of_people),
    "响应时限": PaperFigure("response times", table_of_times),
    "设备统计": PaperFigure("device counts", table_of_categories),
    "房间设备": PaperFigure("devices by room", devices_by_place, True),
    "老旧设备": PaperFigure("old devices", old_devices),
    "过保设备": PaperFigure("devices out of warranty", devices_out_of_warranty),
    "故障中的设备": PaperFigure("faulty devices", devices_in_trouble, True),
    "空闲接口": PaperFigure("free ports", paper_cabling.tables_of_free_ports, True),
    "系统连接图": PaperFigure("connection diagrams", paper_cabling.drawings_of_rooms, True),
    "每月故障": PaperFigure("faults by month", bars_of_months, True),
    "故障类别": PaperFigure("faults by category", table_of_fault_categories, True),
    "故障设备": PaperFigure("faults by device", table_of_faulty_ones, True),
    "遗留问题": PaperFigure("open points", table_of_points_left, True),
    "应急措施": PaperFigure("emergency measures", measures_prepared),
    "勘测单": PaperFigure("survey sheets", table_of_surveys, True),
    "现场备件": PaperFigure("spares on site", table_of_stock_on_site),
    "购置建议": PaperFigure("what to buy", table_of_what_to_buy),
}
