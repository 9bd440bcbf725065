"""Every column of a register stands in its form, is kept, is found by, and prefills: whatever flow/register/register_columns.py says of it."""

import re

import pytest

from fieldforms.flow.register import answer_sources, register_columns
from fieldforms.i18n import gettext
from fieldforms.store.models import Client, Contact, Device, Part, Room
from tests.people import csrf, version

REGISTERS = {
    "device": (register_columns.DEVICE_COLUMNS, Device),
    "part": (register_columns.PART_COLUMNS, Part),
    "client": (register_columns.CLIENT_COLUMNS, Client),
    "contact": (register_columns.CONTACT_COLUMNS, Contact),
    "room": (register_columns.ROOM_COLUMNS, Room),
}
OF_THE_HOUSE = {
    "id",
    "client",
    "created_at",
    "retired_at",
    "of_model",
    "of_maker",
    "state",
    "sorted_as",
}  # no form asks for these
CALLED = {"owner": "client"}  # columns whose input has a name of its own
SEARCHED = [
    (path, column.name)
    for path, table in (
        ("devices", register_columns.DEVICE_COLUMNS),
        ("parts", register_columns.PART_COLUMNS),
    )
    for column in table
    if column.searched
]


@pytest.fixture
def forms(world) -> dict[str, str]:
    """Register → the address of the form that changes a row."""
    office, part = world.office, Part.create(name="HDMI 线", kind="part", created_at=1)
    return {
        "device": f"/devices/{office.device.id}/edit",
        "part": f"/parts/{part.id}/edit",
        "client": f"/clients/{office.client.id}/edit",
        "contact": f"/contacts/{Contact.get(Contact.client == office.client).id}/edit",
        "room": f"/rooms/{office.room.id}/edit",
    }


def lead(world):
    world.users["gao"].confidential = True
    world.users["gao"].save()
    return world.browser("gao")


def reader(world, name: str):
    return world.browser("sunmin") if name == "part" else lead(world)


@pytest.mark.parametrize("name", REGISTERS)
def test_the_register_and_the_database_have_the_same_columns(name):
    """A column of store/models.py that no row of flow/register/register_columns.py names is in no form; a row without one cannot be kept."""
    table, model = REGISTERS[name]
    asked = {CALLED.get(column.name, column.name) for column in table}
    kept = set(model._meta.fields)
    unkept, unasked = asked - kept - OF_THE_HOUSE, kept - asked - OF_THE_HOUSE
    assert not unkept, (
        f"give {model.__name__} in store/models.py, and a migration, {unkept} (docs/recipes.md)"
    )
    assert not unasked, f"give {unasked} of {model.__name__} a row in flow/register/register_columns.py"


@pytest.mark.parametrize("name", REGISTERS)
def test_the_form_asks_for_every_column_in_the_registers_order(world, forms, name):
    page = reader(world, name).get(forms[name]).text
    asked = [column.name for column in REGISTERS[name][0] if column.name not in CALLED]
    there = [each for each in dict.fromkeys(re.findall(r' name="(\w+)"', page)) if each in asked]
    assert there == asked


@pytest.mark.parametrize("name", REGISTERS)
def test_saving_a_form_as_it_came_changes_nothing(world, forms, name):
    """What a kind shows of a column is what it reads."""
    table, model = REGISTERS[name]
    browser, before = reader(world, name), list(model.select().dicts())
    shown = register_columns.input_texts(
        table, next(row for row in before if f"/{row['id']}/" in forms[name])
    )
    page = browser.get(forms[name]).text
    action = re.search(r'<form class="stack" method="post"(?: action="([^"]*)")?', page)[1] or forms[name]
    saved = browser.post(
        action, data={"csrf_token": csrf(page), "version": version(page), **split(table, shown)}
    )
    assert saved.status_code == 303
    assert list(model.select().dicts()) == before


def split(table, shown: dict[str, str]) -> dict:
    """Boxes of one name are sent one by one, as a browser does."""
    several = {column.name for column in table if column.kind.input == "boxes"}
    return {name: text.split() if name in several else text for name, text in shown.items()}


@pytest.mark.parametrize("path, name", SEARCHED)
def test_the_search_finds_by_each_column_that_it_names(world, path, name):
    model, label = {
        "devices": (Device, register_columns.DEVICE_COLUMNS),
        "parts": (Part, register_columns.PART_COLUMNS),
    }[path]
    if path == "parts":
        Part.create(name="HDMI 线", kind="part", created_at=1)
    row = model.select().first()
    setattr(row, name, "Zyxw 77")
    row.save()
    sun = world.browser("sunmin")
    page = sun.get(f"/{path}?q=zyxw").text
    assert f'<span class="list-title">{row.name}</span>' in page
    hint = re.search(r'id="h-q">([^<]*)<', page)[1]
    assert register_columns.label_of_column(label, name) in hint
    english = re.search(r'id="h-q">([^<]*)<', sun.get(f"/{path}?lang=en").text)[1]
    assert gettext(register_columns.label_of_column(label, name), "en").lower() in english.lower()


def test_forms_may_be_prefilled_from_each_column_that_says_so(world):
    device = Device.get_by_id(world.office.device.id)
    origin = answer_sources.origin_at(world.users["chen"], device=device)
    for whose, table in (
        ("client", register_columns.CLIENT_COLUMNS),
        ("room", register_columns.ROOM_COLUMNS),
        ("device", register_columns.DEVICE_COLUMNS),
    ):
        for column in table:
            if column.source:
                known = answer_sources.SOURCES[f"{whose}.{column.name}"](origin)
                assert known == getattr(getattr(origin, whose), column.name)


def test_a_survey_takes_over_only_what_a_form_can_have_been_prefilled_with():
    """The sheet shows what the register says beside what was found there: `from` names both."""
    assert set(register_columns.SURVEYED_SOURCES) <= answer_sources.SOURCES.keys()
