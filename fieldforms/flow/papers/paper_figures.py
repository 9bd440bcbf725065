"""What a text may name on a line by itself: tables, bars, drawings and advice, out of the register, in the paper's language."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from fieldforms import i18n
from fieldforms.errors import N_
from fieldforms.flow.faults import targets
from fieldforms.flow.papers import paper_cabling, paper_faults, paper_surveys
from fieldforms.flow.papers.paper_devices import (
    devices_by_place,
    devices_in_trouble,
    devices_out_of_warranty,
    old_devices,
    table_block,
    table_of_categories,
)
from fieldforms.flow.papers.paper_facts import PaperFacts
from fieldforms.flow.papers.room_papers import advice_of_fault, faults_by_subject
from fieldforms.flow.register import register_columns
from fieldforms.flow.reporting.periods import duration_in_words
from fieldforms.paper.booklet import BookletBlock, BookletHeading, BookletText
from fieldforms.store.stock import parts, stock

MOST_LOW_PARTS = 500
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
    yield table_block(facts, "", ((N_("紧急程度"), 4), (N_("响应"), 4), (N_("恢复"), 4)), rows)


# Measures and stock


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
    "每月故障": PaperFigure("faults by month", paper_faults.bars_of_months, True),
    "故障类别": PaperFigure("faults by category", paper_faults.table_of_fault_categories, True),
    "故障设备": PaperFigure("faults by device", paper_faults.table_of_faulty_ones, True),
    "遗留问题": PaperFigure("open points", paper_faults.table_of_points_left, True),
    "应急措施": PaperFigure("emergency measures", measures_prepared),
    "勘测单": PaperFigure("survey sheets", paper_surveys.table_of_surveys, True),
    "勘测照片": PaperFigure("survey photos", paper_surveys.photos_of_surveys, True),
    "现场备件": PaperFigure("spares on site", table_of_stock_on_site),
    "购置建议": PaperFigure("what to buy", table_of_what_to_buy),
}
