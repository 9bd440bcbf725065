"""The devices of a client on paper: how many of which kind, room by room, which are old, out of warranty or in trouble."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from fieldforms.errors import N_
from fieldforms.flow import local_time
from fieldforms.flow.papers.paper_facts import PaperFacts
from fieldforms.flow.register import register_columns
from fieldforms.flow.register.devices import years_in_use
from fieldforms.paper.booklet import BookletBlock, BookletTable, BookletText
from fieldforms.paper.month import ReportColumn, ReportTable
from fieldforms.store.models import Device

OLD_YEARS = 8  # from which a device is called old
MOST_DEVICES_LISTED = 400  # devices in a table; what is longer is the register's export


def table_block(
    facts: PaperFacts,
    title: str,
    columns: Iterable[tuple[str, int]],
    rows: Iterable[Sequence[str]],
    summed: bool = False,
) -> BookletTable:
    """`title`: as it is printed. `columns`: (label, width), the labels yet to be said in the paper's language. `summed`: the last row
    is the sum of the others."""
    asked = tuple(ReportColumn(facts.say(label), width) for label, width in columns)
    return BookletTable(ReportTable(title, asked, tuple(map(tuple, rows)), summed=summed))


def category_in_words(facts: PaperFacts, category: str) -> str:
    return facts.say(register_columns.CATEGORIES.get(category, category))


def name_of_type(device: Device) -> str:
    return f"{device.brand} {device.model}".strip() or "—"


def years_in_words(facts: PaperFacts, device: Device) -> str:
    years = years_in_use(device.installed_on)
    if years is None:
        return "—"
    return facts.say(N_("约 %(n)s 年") if device.installed_about else N_("%(n)s 年"), n=years)


def is_out_of_warranty(device: Device) -> bool:
    return bool(device.warranty_until) and device.warranty_until < local_time.today()


def table_of_categories(facts: PaperFacts) -> Iterator[BookletBlock]:
    by_category: dict[str, list[Device]] = {}
    for device in facts.devices:
        by_category.setdefault(device.category, []).append(device)
    order = {name: at for at, name in enumerate(register_columns.CATEGORIES)}
    names = sorted(by_category, key=lambda name: order.get(name, len(order)))
    rows = [row_of_devices(facts, category_in_words(facts, name), by_category[name]) for name in names]
    summed = len(rows) > 1
    if summed:
        rows.append(row_of_devices(facts, facts.say(N_("合计")), facts.devices))
    columns = (
        (N_("类别"), 6), (N_("数量（台）"), 3), (N_("平均年限"), 3), (N_("最久"), 3), (N_("已过保"), 3), (N_("故障、送修"), 3),
    )  # fmt: skip
    yield table_block(facts, facts.say(N_("设备按类别统计")), columns, rows, summed)


def row_of_devices(facts: PaperFacts, label: str, found: Sequence[Device]) -> tuple[str, ...]:
    ages = [age for device in found if (age := years_in_use(device.installed_on)) is not None]
    return (
        label,
        str(len(found)),
        facts.say(N_("%(n)s 年"), n=f"{sum(ages) / len(ages):.1f}") if ages else "—",
        facts.say(N_("%(n)s 年"), n=max(ages)) if ages else "—",
        str(sum(map(is_out_of_warranty, found))),
        str(sum(device.state in ("faulty", "away") for device in found)),
    )


def table_of_chosen_devices(
    facts: PaperFacts, title: str, last: tuple[str, Callable[[Device], str]], found: Sequence[Device]
) -> Iterator[BookletBlock]:
    """`title`: as it is printed. `last`: what the last column is about."""
    label, words = last
    rows = (
        (facts.name_of_room(each.room_id), each.name, name_of_type(each), years_in_words(facts, each), words(each))
        for each in found[:MOST_DEVICES_LISTED]
    )  # fmt: skip
    columns = ((N_("场所"), 5), (N_("设备"), 6), (N_("品牌型号"), 6), (N_("使用年限"), 3), (label, 4))
    yield table_block(facts, title_with_count(facts, title, len(found)), columns, rows)
    yield from rest_of_devices(facts, found)


def title_with_count(facts: PaperFacts, title: str, count: int) -> str:
    return facts.say(N_("%(what)s（%(n)s 台）"), what=title, n=count)


def devices_by_place(facts: PaperFacts) -> Iterator[BookletBlock]:
    """A table of each room; of those without one, at the end."""
    columns = ((N_("设备"), 8), (N_("类别"), 5), (N_("品牌型号"), 8), (N_("使用年限"), 3), (N_("保修至"), 4))
    for room_id, found in groupby(facts.devices[:MOST_DEVICES_LISTED], key=lambda each: each.room_id):
        rows = [
            (
                each.name,
                category_in_words(facts, each.category),
                name_of_type(each),
                years_in_words(facts, each),
                each.warranty_until or "—",
            )
            for each in found
        ]
        yield table_block(
            facts, title_with_count(facts, facts.name_of_room(room_id), len(rows)), columns, rows
        )
    yield from rest_of_devices(facts, facts.devices)


def rest_of_devices(facts: PaperFacts, found: Sequence[Device]) -> Iterator[BookletBlock]:
    if len(found) > MOST_DEVICES_LISTED:
        left = len(found) - MOST_DEVICES_LISTED
        yield BookletText(facts.say(N_("另有 %(n)s 台见设备清单。"), n=left))


def old_devices(facts: PaperFacts) -> Iterator[BookletBlock]:
    found = [each for each in facts.devices if (years_in_use(each.installed_on) or 0) >= OLD_YEARS]
    found.sort(key=lambda each: each.installed_on)
    title = facts.say(N_("老旧设备，使用 %(n)s 年及以上"), n=OLD_YEARS)
    last = (N_("安装日期"), lambda each: each.installed_on)
    return table_of_chosen_devices(facts, title, last, found)


def devices_out_of_warranty(facts: PaperFacts) -> Iterator[BookletBlock]:
    found = sorted(filter(is_out_of_warranty, facts.devices), key=lambda each: each.warranty_until)
    last = (N_("保修止于"), lambda each: each.warranty_until)
    yield from table_of_chosen_devices(facts, facts.say(N_("过保设备")), last, found)
    unknown = sum(not each.warranty_until for each in facts.devices)
    if unknown:
        yield BookletText(facts.say(N_("另有 %(n)s 台设备没有登记保修期。"), n=unknown))


def devices_in_trouble(facts: PaperFacts) -> Iterator[BookletBlock]:
    found = [each for each in facts.devices if each.state in ("faulty", "away")]
    last = (N_("状态"), lambda each: facts.say(register_columns.DEVICE_STATES[each.state]))
    return table_of_chosen_devices(facts, facts.say(N_("故障和送修的设备")), last, found)
