"""What a text may name on a line by itself: tables, bars, drawings and advice, out of the register. Chinese, as the papers are."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from fieldforms import config, i18n
from fieldforms.flow import local_time
from fieldforms.flow.faults import targets
from fieldforms.flow.papers import paper_cabling
from fieldforms.flow.papers.paper_facts import PAPER_LANGUAGE, PaperFacts
from fieldforms.flow.papers.room_papers import advice_of_fault, faults_by_subject
from fieldforms.flow.prefill import open_points
from fieldforms.flow.register import register_columns
from fieldforms.flow.register.devices import years_in_use
from fieldforms.flow.reporting.periods import duration_in_words
from fieldforms.flow.sheets import words_of_records
from fieldforms.paper.booklet import BookletBars, BookletBlock, BookletHeading, BookletTable, BookletText
from fieldforms.paper.month import ReportColumn, ReportTable
from fieldforms.store.library import definitions
from fieldforms.store.models import Device, FormVersion, Record
from fieldforms.store.record import lists
from fieldforms.store.register import sites
from fieldforms.store.register.sites import Site
from fieldforms.store.stock import parts, stock

OLD_YEARS = 8  # from which a device is called old
MOST_DEVICES_LISTED = 400  # devices in a table; what is longer is the register's export
MOST_SURVEYS, MOST_LOW_PARTS = 50, 500
REQUIREMENTS = (("confidential", "涉密"), ("no_phones", "禁手机"), ("no_cameras", "禁拍照"))


def table_block(
    title: str, columns: Iterable[tuple[str, int]], rows: Iterable[Sequence[str]]
) -> BookletTable:
    """`columns`: (label, width)."""
    asked = tuple(ReportColumn(label, width) for label, width in columns)
    return BookletTable(ReportTable(title, asked, tuple(map(tuple, rows))))


# The place and its people


def table_of_venues(facts: PaperFacts) -> Iterator[BookletBlock]:
    rows = (
        (
            room.name,
            " ".join(filter(None, (room.building, room.floor))) or "—",
            i18n.gettext(register_columns.ROOM_KINDS.get(room.kind, ""), PAPER_LANGUAGE)
            if room.kind
            else "—",
            "、".join(words for name, words in REQUIREMENTS if getattr(room, name)) or "—",
        )
        for room in facts.rooms
    )
    yield table_block("", (("场所", 7), ("位置", 4), ("用途", 4), ("要求", 4)), rows)


def table_of_people(facts: PaperFacts) -> Iterator[BookletBlock]:
    rows = (
        (each.name, each.title or "—", each.phone or "—", each.mobile or "—", f"{each.office} {each.floor}".strip() or "—")
        for each in facts.contacts
    )  # fmt: skip
    yield table_block("", (("姓名", 3), ("职务", 4), ("电话", 4), ("手机", 4), ("办公室", 4)), rows)


def table_of_times(facts: PaperFacts) -> Iterator[BookletBlock]:
    agreed = targets.AgreedTargets([facts.client.id])
    rows = []
    for urgency in targets.urgencies():
        times = agreed.target(facts.client.id, urgency.name)
        said = (
            duration_in_words(each, PAPER_LANGUAGE) if each is not None else "—"
            for each in (times.respond, times.restore)
        )
        rows.append((i18n.pick(urgency.label, PAPER_LANGUAGE), *said))
    yield table_block("", (("紧急程度", 4), ("到场", 4), ("恢复", 4)), rows)


# Devices


def category_in_words(category: str) -> str:
    return i18n.gettext(register_columns.CATEGORIES.get(category, category), PAPER_LANGUAGE)


def name_of_type(device: Device) -> str:
    return f"{device.brand} {device.model}".strip() or "—"


def years_in_words(device: Device) -> str:
    years = years_in_use(device.installed_on)
    return "—" if years is None else f"{'约 ' if device.installed_about else ''}{years} 年"


def is_out_of_warranty(device: Device) -> bool:
    return bool(device.warranty_until) and device.warranty_until < local_time.today()


def table_of_categories(facts: PaperFacts) -> Iterator[BookletBlock]:
    by_category: dict[str, list[Device]] = {}
    for device in facts.devices:
        by_category.setdefault(device.category, []).append(device)
    order = {name: at for at, name in enumerate(register_columns.CATEGORIES)}
    names = sorted(by_category, key=lambda name: order.get(name, len(order)))
    rows = [row_of_devices(category_in_words(name), by_category[name]) for name in names]
    if len(rows) > 1:
        rows.append(row_of_devices("合计", facts.devices))
    columns = (("类别", 6), ("数量（台）", 3), ("平均年限", 3), ("最久", 3), ("已过保", 3), ("故障、送修", 3))
    yield table_block("设备按类别统计", columns, rows)


def row_of_devices(label: str, found: Sequence[Device]) -> tuple[str, ...]:
    ages = [age for device in found if (age := years_in_use(device.installed_on)) is not None]
    return (
        label,
        str(len(found)),
        f"{sum(ages) / len(ages):.1f} 年" if ages else "—",
        f"{max(ages)} 年" if ages else "—",
        str(sum(map(is_out_of_warranty, found))),
        str(sum(device.state in ("faulty", "away") for device in found)),
    )


def table_of_chosen_devices(
    facts: PaperFacts, title: str, last: tuple[str, Callable[[Device], str]], found: Sequence[Device]
) -> Iterator[BookletBlock]:
    """`last`: what the last column is about."""
    label, words = last
    rows = (
        (facts.name_of_room(each.room_id), each.name, name_of_type(each), years_in_words(each), words(each))
        for each in found[:MOST_DEVICES_LISTED]
    )
    columns = (("场所", 5), ("设备", 6), ("品牌型号", 6), ("使用年限", 3), (label, 4))
    yield table_block(f"{title}（{len(found)} 台）", columns, rows)
    yield from rest_of_devices(found)


def devices_by_place(facts: PaperFacts) -> Iterator[BookletBlock]:
    """A table of each room; of those without one, at the end."""
    columns = (("设备", 8), ("类别", 5), ("品牌型号", 8), ("使用年限", 3), ("保修至", 4))
    for room_id, found in groupby(facts.devices[:MOST_DEVICES_LISTED], key=lambda each: each.room_id):
        rows = [
            (each.name, category_in_words(each.category), name_of_type(each), years_in_words(each), each.warranty_until or "—")
            for each in found
        ]  # fmt: skip
        yield table_block(f"{facts.name_of_room(room_id)}（{len(rows)} 台）", columns, rows)
    yield from rest_of_devices(facts.devices)


def rest_of_devices(found: Sequence[Device]) -> Iterator[BookletBlock]:
    if len(found) > MOST_DEVICES_LISTED:
        yield BookletText(f"另有 {len(found) - MOST_DEVICES_LISTED} 台见设备清单。")


def old_devices(facts: PaperFacts) -> Iterator[BookletBlock]:
    found = [each for each in facts.devices if (years_in_use(each.installed_on) or 0) >= OLD_YEARS]
    found.sort(key=lambda each: each.installed_on)
    last = ("安装日期", lambda each: each.installed_on)
    return table_of_chosen_devices(facts, f"老旧设备，使用 {OLD_YEARS} 年及以上", last, found)


def devices_out_of_warranty(facts: PaperFacts) -> Iterator[BookletBlock]:
    found = sorted(filter(is_out_of_warranty, facts.devices), key=lambda each: each.warranty_until)
    yield from table_of_chosen_devices(
        facts, "过保设备", ("保修止于", lambda each: each.warranty_until), found
    )
    unknown = sum(not each.warranty_until for each in facts.devices)
    if unknown:
        yield BookletText(f"另有 {unknown} 台设备没有登记保修期。")


def devices_in_trouble(facts: PaperFacts) -> Iterator[BookletBlock]:
    found = [each for each in facts.devices if each.state in ("faulty", "away")]
    last = ("状态", lambda each: i18n.gettext(register_columns.DEVICE_STATES[each.state], PAPER_LANGUAGE))
    return table_of_chosen_devices(facts, "故障和送修的设备", last, found)


# Faults


def bars_of_months(facts: PaperFacts) -> Iterator[BookletBlock]:
    counted = Counter(local_time.day_of(row.opened_at)[:7] for row in facts.faults)
    title = f"近 {len(facts.months)} 个月每月报修（共 {len(facts.faults)} 起）"
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
    rows = ((category_in_words(name), str(n), str(standing[name])) for name, n in counted.most_common())
    yield table_block("故障按设备类别", (("类别", 6), ("故障（起）", 3), ("在用（台）", 3)), rows)


def table_of_faulty_ones(facts: PaperFacts) -> Iterator[BookletBlock]:
    found = sorted(faults_by_device(facts).items(), key=lambda pair: (-len(pair[1]), pair[0].name))
    rows = (
        (
            each.name,
            facts.name_of_room(each.room_id),
            str(len(reports)),
            "、".join(row.number for row in reports),
        )
        for each, reports in found[:MOST_DEVICES_LISTED]
    )
    yield table_block("故障按设备", (("设备", 6), ("场所", 5), ("起数", 2), ("单据", 8)), rows)


def table_of_points_left(facts: PaperFacts) -> Iterator[BookletBlock]:
    found = open_points.open_points_at(facts.actor, Site(facts.client.id))
    rows = (
        (
            i18n.format_date(each.at, PAPER_LANGUAGE, config.current.tz),
            each.text,
            "、".join(each.devices) or "—",
            each.number,
        )
        for each in found
        if not each.confidential
    )
    yield table_block("遗留问题", (("日期", 5), ("问题", 9), ("设备", 5), ("单据", 5)), rows)


def measures_prepared(facts: PaperFacts) -> Iterator[BookletBlock]:
    """What is known of the models and categories that the client has."""
    none = True
    for subject in faults_by_subject(facts.actor, facts.devices, PAPER_LANGUAGE):
        if subject.faults:
            none = False
            yield BookletHeading(subject.title, 3)
            yield from (advice_of_fault(fault, PAPER_LANGUAGE) for fault in subject.faults)
    if none:
        yield BookletText("这些设备还没有登记常见故障。")


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
            i18n.format_date(row.dated_at, PAPER_LANGUAGE, config.current.tz),
            *place_and_progress(facts, row),
        )
        for row in found
        if row.in_force and not row.confidential
    )
    yield table_block("", (("编号", 5), ("日期", 5), ("场所", 7), ("进展", 4)), rows)


def place_and_progress(facts: PaperFacts, row: Record) -> tuple[str, str]:
    return facts.name_of_room(row.room_id), words_of_records.line_of_row(row, PAPER_LANGUAGE).result


def table_of_stock_on_site(facts: PaperFacts) -> Iterator[BookletBlock]:
    rows = (
        (each.part.name, name_of_part(each.part), f"{each.quantity} {each.part.unit}".strip())
        for each in stock.lying_at_client(facts.client.id)
    )
    yield table_block("现场备品备件", (("名称", 6), ("品牌型号", 6), ("数量", 3)), rows)


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
    columns = (("名称", 5), ("品牌型号", 6), ("可用", 2), ("最低数量", 3), ("至少购置", 3))
    yield table_block("购置建议", columns, rows)


PAPER_FIGURES: dict[str, Callable[[PaperFacts], Iterator[BookletBlock]]] = {
    "场所表": table_of_venues,
    "联系人表": table_of_people,
    "响应时限": table_of_times,
    "设备统计": table_of_categories,
    "房间设备": devices_by_place,
    "老旧设备": old_devices,
    "过保设备": devices_out_of_warranty,
    "故障中的设备": devices_in_trouble,
    "空闲接口": paper_cabling.tables_of_free_ports,
    "系统连接图": paper_cabling.drawings_of_rooms,
    "每月故障": bars_of_months,
    "故障类别": table_of_fault_categories,
    "故障设备": table_of_faulty_ones,
    "遗留问题": table_of_points_left,
    "应急措施": measures_prepared,
    "勘测单": table_of_surveys,
    "现场备件": table_of_stock_on_site,
    "购置建议": table_of_what_to_buy,
}
