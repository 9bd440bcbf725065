"""Every filter of every list: its row in the table is asked of the store, shown, kept by links, and taken along by exports."""

import re
from dataclasses import fields
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

import fieldforms
from fieldforms.store.cabling import free_ports
from fieldforms.store.documents import documents
from fieldforms.store.faults import known_faults
from fieldforms.store.models import Device, DeviceModel, Maker, Part
from fieldforms.store.record import lists
from fieldforms.store.register import device_lists, device_models, makers
from fieldforms.store.reporting import readings
from fieldforms.store.stock import parts, stock
from fieldforms.web.cabling import free_ports as free_port_pages
from fieldforms.web.documents import documents as document_pages
from fieldforms.web.faults import known_faults as known_fault_pages
from fieldforms.web.register import device_filters
from fieldforms.web.register import makers as maker_pages
from fieldforms.web.register import models as model_pages
from fieldforms.web.reporting import readings as reading_pages
from fieldforms.web.sheets import record_filters
from fieldforms.web.stock import parts as part_pages
from fieldforms.web.stock import stock as stock_pages
from tests.web.importing.lists import Desk, workbook
from tests.web.route_targets import a_known_fault

WEB = Path(fieldforms.__file__).parent / "web"
LISTS = {  # page → its filters, and what of the store takes them
    "/records": (record_filters.RECORD_FILTERS, lists.RecordFilters),
    "/parts": (part_pages.PART_FILTERS, parts.PartFilters),
    "/parts/movements": (stock_pages.MOVEMENT_FILTERS, stock.MovementFilters),
    "/documents": (document_pages.DOCUMENT_FILTERS, documents.DocumentFilters),
    "/readings": (reading_pages.READING_FILTERS, readings.ReadingFilters),
    "/devices/ports": (free_port_pages.PORT_FILTERS, free_ports.PortFilters),
    "/known-faults": (known_fault_pages.KNOWN_FAULT_FILTERS, known_faults.KnownFaultFilters),
    "/makers": (maker_pages.MAKER_FILTERS, makers.MakerFilters),
    "/models": (model_pages.MODEL_FILTERS, device_models.ModelFilters),
    "/devices": (device_filters.DEVICE_FILTERS, device_lists.DeviceFilters),
}
COUNTED = {
    "FIGURE_FILTERS"
}  # no list: numbers, and the rows behind each (tests/web/reporting/test_figures.py)
NOT_IN_THE_ADDRESS = {"before", "after"}  # where the page begins, or ends
OF_FILES_ALONE = {"outside"}  # what goes into a client's file
FILTERS = [(path, each) for path, (table, _store) in LISTS.items() for each in table]


@pytest.mark.parametrize("path", LISTS)
def test_the_store_is_asked_exactly_what_the_table_names(path):
    table, store = LISTS[path]
    asked = {
        name
        for each in table
        for name in (("since", "until") if each.input == "period" else [each.asks or each.name])
    }
    taken = {each.name for each in fields(store)} - NOT_IN_THE_ADDRESS - OF_FILES_ALONE
    name = f"{store.__module__}.{store.__name__}"
    assert not asked - taken, (
        f"the page {path} has filters that {name} lacks: give it {sorted(asked - taken)}"
    )
    assert not taken - asked, (
        f"{name} takes what no filter of the page {path} asks for: give its table in web a row for each of "
        f"{sorted(taken - asked)}, or take them out there"
    )


@pytest.mark.parametrize("path", LISTS)
def test_each_filter_has_its_condition(path):
    """All but words, which are searched for."""
    store = LISTS[path][1]
    there = {each.name for each in fields(store) if "narrows" in each.metadata}
    assert there == {each.name for each in fields(store)} - NOT_IN_THE_ADDRESS - {"text"}, (
        f"{store.__module__}.{store.__name__}: filter_by(…) says what it does"
    )


def test_every_list_that_can_be_narrowed_is_here():
    tables = [
        re.findall(r"^(\w+_FILTERS) = ", path.read_text("utf-8"), re.MULTILINE) for path in WEB.rglob("*.py")
    ]
    found = {name for names in tables for name in names} - COUNTED
    assert len(found) == len(LISTS), "a row for it in LISTS"


@pytest.fixture
def somewhere(world):
    """A sheet, a part, two devices, a known fault: whatever a filter offers then."""
    Device.create(client=world.office.client, name="音箱", category="speaker", created_at=1)
    a_known_fault(world)
    number = world.signed_sheet().number
    model = DeviceModel.create(key="biamp/tesira", brand="Biamp", name="Tesira", created_at=1)
    maker = Maker.create(key="雅马哈", name="雅马哈", created_at=1)
    Device.update(of_model=model, of_maker=maker).where(Device.id == world.office.device.id).execute()
    kept = documents.add_document({"of_model": model.id, "kind": "manual", "title": "说明书"}, None)
    documents.add_version(
        kept, 1, None, {"digest": "0" * 64, "name": "a.zip", "media_type": "x/y", "size": 1}
    )
    part = Part.create(name="HDMI 线", kind="part", created_at=1)
    return {
        "q": "灯", "device": str(world.office.device.id), "part": str(part.id), "place": "company", "record": number,
        "room": str(world.office.room.id), "model": str(model.id), "maker": str(maker.id), "labelled_at": str(world.office.code.bound_at),
        "imported": a_written_import(world), "from": "2026-01-01", "to": "2099-12-31",
    }  # fmt: skip


def a_written_import(world) -> str:
    desk = Desk(world)
    desk.bring(workbook(["客户", "名称", "类别"], ["政务中心", "导入的屏", "显示器"]))
    desk.place()
    desk.write()
    return desk.row.uuid


class Search(HTMLParser):
    """The page's search form. `offers`: name → values; `sends`: (name, value) that it would send as it stands."""

    def __init__(self, page: str):
        super().__init__()
        self.offers: dict[str, list[str]] = {}
        self.sends: set[tuple[str, str]] = set()
        self.select = ""
        self.feed(page[page.index('role="search"') : page.index("</form>", page.index('role="search"'))])

    def handle_starttag(self, tag, attributes):
        has = {name: value or "" for name, value in attributes}
        name = self.select if tag == "option" else has.get("name", "")
        if tag == "select":
            self.select = name
        elif tag in ("input", "option") and has.get("value"):
            self.offers.setdefault(name, []).append(has["value"])
            if {"checked", "selected"} & has.keys() or (tag == "input" and has.get("type") != "checkbox"):
                self.sends.add((name, has["value"]))


def asked_for(page: str, each, somewhere) -> dict[str, str]:
    """What a reader would choose: the first thing the page offers, or what a link leads here with."""
    if each.taps:
        links = re.findall(r'class="chip" href="([^"]+)"', page)
        return next(got for link in links if (got := query(link)).keys() == {each.name})
    if each.input in ("select", "boxes", "flag"):
        return {each.name: Search(page).offers[each.name][0]}
    missing = [name for name in each.names if name not in somewhere]
    assert not missing, f"say in `somewhere` what a reader writes there, or a link leads here with: {missing}"
    return {name: somewhere[name] for name in each.names}


def query(link: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(link.replace("&amp;", "&")).query).items()}


@pytest.mark.parametrize("path, each", FILTERS, ids=[f"{path} {each.name}" for path, each in FILTERS])
def test_what_is_chosen_is_shown_kept_and_exported(world, somewhere, path, each):
    gao = world.browser("gao")
    chosen = asked_for(gao.get(path).text, each, somewhere)
    shown = gao.get(path, query_string=chosen)
    assert shown.status_code == 200
    if path != "/parts/movements":  # it has no form, its links carry the filters
        assert chosen.items() <= Search(shown.text).sends
    for link in re.findall(r'href="([^"]*\.(?:xlsx|csv|pdf)[^"]*)"', shown.text):
        assert query(link) == chosen
    assert gao.get(path, query_string=dict.fromkeys(chosen, "·")).status_code in (200, 404)


def test_ratings_are_no_filter_of_a_technicians(world):
    world.signed_sheet(rating="fair")
    asked = "/records?satisfaction=fair&state=closed"
    for login, there in (("gao", True), ("chen", False)):
        page = world.browser(login).get(asked).text
        assert ("satisfaction" in Search(page).offers) == there
        exported = query(re.search(r'href="(/records\.xlsx[^"]*)"', page)[1])
        assert ("satisfaction" in exported) == there and exported["state"] == "closed"


@pytest.mark.parametrize("path", [path for path, each in FILTERS if each.input == "period"])
@pytest.mark.parametrize("typed", ["abc", "2026-13-45"])
def test_a_day_that_cannot_be_read_is_said_and_not_taken_for_none(world, path, typed):
    gao = world.browser("gao")
    for name in ("from", "to"):
        assert f"“{typed}”不是日期，没有按它筛选" in gao.get(f"{path}?{name}={typed}").text
    assert "不是日期" not in gao.get(f"{path}?from=2026年11月1日&to=").text
