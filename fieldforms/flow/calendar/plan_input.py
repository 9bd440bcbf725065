"""What is typed about a plan of the maintenance calendar: its choices, and every mistake in it."""

from dataclasses import dataclass
from datetime import date

from fieldforms import i18n
from fieldforms.errors import N_, Invalid
from fieldforms.flow import local_time
from fieldforms.flow.calendar.due_days import DAY
from fieldforms.flow.form_input import ChoiceInput, DayInput, FlagInput, Input, NumberInput, RowInput
from fieldforms.flow.people.actors import Actor
from fieldforms.forms.definition import Definition
from fieldforms.forms.reading import clean_text, read_day, read_whole_number
from fieldforms.store.library import definitions
from fieldforms.store.models import Client, Plan
from fieldforms.store.people import accounts
from fieldforms.store.register import clients, device_lists

UNITS = {"day": N_("天"), "week": N_("周"), "month": N_("个月")}
MOST_EVERY = {"day": 365, "week": 104, "month": 60}
MOST_AHEAD = 5 * 366 * DAY
DEVICES_OFFERED = 500

WHOLE_CLIENT = N_("整个客户")
CHOOSE_PLACE = N_("请选择地点。")
CHOOSE_FORM = N_("请选择要填的单据。")
CHOOSE_UNIT = N_("请选择天、周或月。")
CHOOSE_WEEKDAY = N_("星期几只用于按周或按月的计划。")
CHOOSE_TECHNICIAN = N_("请选择服务这个客户的技术员。")
EVERY = N_("请填写 1 到 %(most)s 之间的整数。")
NOT_A_DAY = N_("请填写有效的日期。")
BEFORE_EARLIEST = N_("最早 %(day)s。")
AFTER_LATEST = N_("最晚 %(day)s。")


def plannable_forms(*places: str) -> list[Definition]:
    """What can be planned: forms that a technician begins, and that start from such places (device, room, client)."""
    found = (definitions.read_definition(row) for row in definitions.in_use())
    fit = [form for form in found if {*places} & {*form.starts_from} and form.steps[0].by == "technician"]
    return sorted(fit, key=lambda form: (form.order, form.key))


def plan_values(actor: Actor, client: Client, given: dict, earliest: date) -> dict:
    """A plan's columns from what was typed. Raises Invalid with (input name, sentence, values)."""
    names = ("place", "key", "every", "unit", "weekday", "technician", "starts_on", "ends_on")
    typed = {name: clean_text(str(given.get(name, ""))).strip() for name in names}
    wrong = list(mistakes_in_plan(actor, client, typed, earliest))
    if wrong:
        raise Invalid(wrong)
    kind, _, number = typed["place"].partition("-")
    return {
        "client": client.id,
        "room": int(number) if kind == "room" else None,
        "device": int(number) if kind == "device" else None,
        "key": typed["key"],
        "every": read_whole_number(typed["every"]),
        "unit": typed["unit"],
        "weekday": int(typed["weekday"]) if typed["weekday"] else None,
        "skip_holidays": given.get("skip_holidays") == "1",
        "technician": int(typed["technician"]) if typed["technician"] else None,
        "starts_on": read_day(typed["starts_on"]),
        "ends_on": read_day(typed["ends_on"]),
    }


def mistakes_in_plan(actor: Actor, client: Client, typed: dict, earliest: date):
    place = typed["place"].partition("-")[0]
    if typed["place"] not in places_to_plan(actor, client):
        yield "place", CHOOSE_PLACE, {}
    elif typed["key"] not in {form.key for form in plannable_forms(place)}:
        yield "key", CHOOSE_FORM, {}
    if typed["unit"] not in MOST_EVERY:
        yield "unit", CHOOSE_UNIT, {}
    elif NumberInput("", MOST_EVERY[typed["unit"]], 1).mistake(typed["every"] or "?"):
        yield "every", EVERY, {"most": MOST_EVERY[typed["unit"]]}
    if typed["weekday"] and (typed["weekday"] not in tuple("0123456") or typed["unit"] == "day"):
        yield "weekday", CHOOSE_WEEKDAY, {}
    serving = {str(user.id) for user in accounts.technicians_of(client.id)}
    if typed["technician"] and typed["technician"] not in serving:
        yield "technician", CHOOSE_TECHNICIAN, {}
    starts = local_time.as_day(typed["starts_on"])
    yield from mistakes_in_day("starts_on", starts, earliest, local_time.date_today() + MOST_AHEAD)
    if typed["ends_on"]:
        yield from mistakes_in_day(
            "ends_on",
            local_time.as_day(typed["ends_on"]),
            starts or earliest,
            local_time.date_today() + 2 * MOST_AHEAD,
        )


def mistakes_in_day(name: str, day: date | None, earliest: date, latest: date):
    if day is None:
        yield name, NOT_A_DAY, {}
    elif day < earliest:
        yield name, BEFORE_EARLIEST, {"day": earliest.isoformat()}
    elif day > latest:
        yield name, AFTER_LATEST, {"day": latest.isoformat()}


def places_to_plan(actor: Actor, client: Client) -> dict[str, str]:
    """What a plan of this client can be for: value of the input → name ("" is the whole client)."""
    rooms = {f"room-{room.id}": room.name for room in clients.rooms(client)}
    found = device_lists.seen_by(actor.viewer, device_lists.DeviceFilters(client=client.id), DEVICES_OFFERED)
    return {"client": ""} | rooms | {f"device-{device.id}": device.name for device in found}


@dataclass(frozen=True)
class WeekdayInput(NumberInput):
    """0 is Monday."""

    def text_in_words(self, text: str, lang: str) -> str:
        return i18n.weekday_name(int(text), lang) if text in tuple("0123456") else text


NAMED_AS_KEPT = ("key", "every", "unit", "weekday", "skip_holidays", "technician", "starts_on", "ends_on")


def plan_as_kept(plan: Plan | dict) -> dict:
    """Input → value of a plan, or of the columns that `plan_values` gives."""
    kept = plan.__data__ if isinstance(plan, Plan) else plan
    device, room = kept["device"], kept["room"]
    place = f"device-{device}" if device else f"room-{room}" if room else "client"
    return {"place": place} | {name: kept[name] for name in NAMED_AS_KEPT}


def plan_inputs(actor: Actor, client: Client) -> dict[str, Input]:
    """How a plan's form shows its values, and what it calls them."""
    forms = {form.key: form.label for form in plannable_forms("client", "room", "device")}
    people = {str(user.id): user.name for user in accounts.technicians_of(client.id)}
    return {
        "place": ChoiceInput(N_("地点"), places_to_plan(actor, client) | {"client": WHOLE_CLIENT}),
        "key": ChoiceInput(N_("填哪张单据"), forms),
        "every": NumberInput(N_("每几个")),
        "unit": ChoiceInput(N_("单位"), UNITS),
        "weekday": WeekdayInput(N_("星期几")),
        "skip_holidays": FlagInput(N_("遇节假日顺延")),
        "technician": RowInput(N_("技术员"), N_("这个客户的技术员都可以"), names=people),
        "starts_on": DayInput(N_("从哪天开始")),
        "ends_on": DayInput(N_("到哪天为止")),
    }
