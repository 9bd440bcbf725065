"""A page asks as many questions however much there is."""

from collections import Counter
from collections.abc import Iterable

from fieldforms.store import clock
from fieldforms.store.models import Code, Device
from tests.people import questions
from tests.web.access_matrix import LOGINS, MATRIX
from tests.web.more_of_everything import add_of_everything
from tests.web.route_targets import RouteTargets

GROWING = {
    "exports.spreadsheet": "page by page, five hundred sheets each: memory is bounded, not the file",
    "stock.export": "so are movements",
    "cable_schedules.save": "so are cables",
}
FEW, MORE = 1, 60
Asked = dict[tuple, list[str]]  # (person, endpoint, address) → what is asked when it is opened a second time


def test_no_page_asks_more_where_there_is_more(world):
    targets = RouteTargets(world)
    for number in range(FEW):
        add_of_everything(world, targets, number)
    rules = [rule for rule in world.app.url_map.iter_rules() if rule.endpoint in MATRIX]
    few = questions_of_pages(world, targets, rules)
    for number in range(FEW, FEW + MORE):
        add_of_everything(world, targets, number)
    many = questions_of_pages(world, targets, rules)
    assert len(few) > 100
    assert grown(few, many) == {}


def test_no_page_of_a_sheet_asks_more_where_it_is_about_more(world):
    targets = RouteTargets(world)
    rules = [rule for rule in world.app.url_map.iter_rules() if {"number", "uuid"} & rule.arguments]
    few = questions_of_pages(world, targets, rules, **sheets_about(world, 2))
    many = questions_of_pages(world, targets, rules, **sheets_about(world, 12))
    assert len(few) > 20
    assert grown(few, many) == {}


def sheets_about(world, number: int) -> dict[str, list[str]]:
    """What is waiting for the client, signed, and still filled: about so many devices."""
    about = {"serviced_devices": [{"code": labelled(world, each)} for each in range(number)]}
    numbers = [world.waiting_sheet(**about).number, world.signed_sheet(**about).number]
    return {"number": numbers, "uuid": [world.working_sheet(**about).uuid]}


def labelled(world, number: int) -> str:
    """The code of a new device in a room of the office."""
    now, place = clock.now(), world.office
    device = Device.create(
        client=place.client, room=place.room, name=f"音箱{number}", category="speaker", created_at=now
    )
    return Code.create(code=f"ZZ{device.id:06}", device=device, made_at=now, bound_at=now).code


def questions_of_pages(world, targets, rules: Iterable, **about: list[str]) -> Asked:
    """`about`: argument of a rule → what it is to be about, one after the other."""
    found = {}
    for login in LOGINS.values():
        browser = world.browser(login)
        for rule in rules:
            for place, others in enumerate(arguments_of_rule(rule, about) if "GET" in rule.methods else []):
                address = targets.address(rule, "GET", login, **others)
                if browser.get(address).status_code == 200:
                    with questions() as asked:
                        browser.get(address)
                    found[login, rule.endpoint, place] = asked
    return found


def arguments_of_rule(rule, about: dict[str, list[str]]) -> list[dict]:
    return [{name: each} for name, values in about.items() if name in rule.arguments for each in values] or [
        {}
    ]


def grown(few: Asked, many: Asked) -> dict[tuple, dict[str, int]]:
    """Page → what it asks more often, or less."""
    assert few.keys() == many.keys()
    found = {}
    for page, asked in few.items():
        more = Counter(many[page])
        more.subtract(asked)
        if any(more.values()) and page[1] not in GROWING:
            found[page] = {sql: n for sql, n in more.items() if n}
    return found
