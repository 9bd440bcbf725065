"""The list's filters as its address says them, as the store takes them, and as chips."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from flask import url_for

from fieldforms.errors import N_, NotFound
from fieldforms.flow import localtime, projection, registers, wording
from fieldforms.forms.kinds import clean
from fieldforms.i18n import format_date, gettext, pick
from fieldforms.store import devices, lists
from fieldforms.store.scope import Viewer
from fieldforms.web import inputs, page

LONGEST_SEARCH = 100
OUTCOMES = tuple(wording.SIGNED)


@dataclass(frozen=True)
class Options:
    """What may be chosen: (value, words) of each select."""

    form: list[tuple[str, str]]
    client: list[tuple[str, str]]
    technician: list[tuple[str, str]]
    result: list[tuple[str, str]]
    outcome: list[tuple[str, str]]
    state: list[tuple[str, str]]
    satisfaction: list[tuple[str, str]]


def options(viewer: Viewer) -> Options:
    lang = page.lang()
    ratings = wording.choices("satisfaction") if viewer.role in lists.RATING_READERS else []
    return Options(
        form=wording.forms(lang),
        client=[(str(client.id), client.short_name) for client in lists.clients(viewer)],
        technician=[(str(user.id), user.name) for user in lists.technicians(viewer)],
        result=[(choice.name, pick(choice.label, lang)) for choice in wording.choices(*projection.RESULTS)],
        outcome=[(name, gettext(wording.SIGNED[name], lang)) for name in OUTCOMES],
        state=[(name, gettext(label, lang)) for name, label in wording.STATES.items()],
        satisfaction=[(choice.name, pick(choice.label, lang)) for choice in ratings],
    )


def given(args, offered: Options) -> dict:
    """The filters of an address that mean something, in a fixed order: what links and exports carry on.

    What is not offered is left out: to a technician an address with a rating is one without.
    """
    found: dict = {"q": clean(args.get("q", ""))[:LONGEST_SEARCH]}
    for name in ("form", "client", "technician", "result", "outcome", "state"):
        value = args.get(name, "")
        found[name] = value if value in dict(getattr(offered, name)) else ""
    found["client"] = found["client"] or unknown_number(args.get("client", ""))
    found["satisfaction"] = [
        name for name, _label in offered.satisfaction if name in args.getlist("satisfaction")
    ]
    found["unsigned"] = "1" if args.get("unsigned") == "1" else ""
    found["device"] = clean(args.get("device", "")).upper()[:12]
    found |= {name: a_day(args.get(name, "")) for name in ("from", "to")}
    return {name: value for name, value in found.items() if value}


def unknown_number(value: str) -> str:
    """A client out of scope is refused like one that isn't there, not taken for no filter."""
    if value.isdigit():
        raise NotFound
    return ""


def a_day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""


def filters(viewer: Viewer, chosen: dict, before: str = "") -> lists.Filters:
    """As the store takes them. Raises NotFound for a device out of scope."""
    device = found_device(viewer, chosen["device"]) if "device" in chosen else None
    return lists.Filters(
        key=chosen.get("form", ""),
        client=number(chosen.get("client")),
        device=device.id if device else None,
        technician=number(chosen.get("technician")),
        since=midnight(chosen["from"]) if "from" in chosen else None,
        until=midnight(chosen["to"], 1) if "to" in chosen else None,
        outcome=chosen.get("outcome", ""),
        result=chosen.get("result", ""),
        satisfaction=tuple(chosen.get("satisfaction", ())),
        state=chosen.get("state", ""),
        unsigned="unsigned" in chosen,
        text=chosen.get("q", ""),
        dated=registers.dated(chosen.get("form", "")),
        before=keyset(before),
    )


def found_device(viewer: Viewer, name: str):
    """A device by its label's code, or by its id. Raises NotFound."""
    try:
        by_id = devices.get(viewer, inputs.whole(name))
    except ValueError:
        by_id = None
    found = by_id or devices.by_codes(viewer, [name], worn_only=False).get(name)
    if found is None:
        raise NotFound
    return found


def number(text: str | None) -> int | None:
    return int(text) if text else None


def midnight(day: str, days: int = 0) -> int:
    """The start of the local day `days` later, as UTC ms."""
    first = min(date.fromisoformat(day), date.max - timedelta(days=days))  # no calendar goes further
    moment = datetime.combine(first + timedelta(days=days), time(), ZoneInfo(page.tz()))
    return int(moment.timestamp() * 1000)


def keyset(before: str) -> tuple[int, int] | None:
    """`opened_at.id` (`dated_at.id`) of the last row shown; anything else is the first page."""
    first, _dot, second = before.partition(".")
    try:
        return inputs.moment(first), inputs.whole(second)
    except ValueError:
        return None


def address(chosen: dict, endpoint: str = "records.index", **changes: str | None) -> str:
    """The page's address with these filters, some of them changed; None or "" takes one away."""
    wanted = {name: value for name, value in {**chosen, **changes}.items() if value}
    return url_for(endpoint, **wanted)


def presets() -> list[tuple[str, dict]]:
    """(words, {from, to}): 本月, 上月, 本年"""
    today = localtime.date_today()
    this, following = today.replace(day=1), (today.replace(day=1) + timedelta(days=31)).replace(day=1)
    last = (this - timedelta(days=1)).replace(day=1)
    day = timedelta(days=1)
    return [
        (N_("本月"), period(this, following - day)),
        (N_("上月"), period(last, this - day)),
        (N_("本年"), period(today.replace(month=1, day=1), today.replace(month=12, day=31))),
    ]


def period(first: date, last: date) -> dict:
    return {"from": first.isoformat(), "to": last.isoformat()}


def chips(viewer: Viewer, chosen: dict, offered: Options) -> list[dict]:
    """What is on, each with the address that takes it off; the periods that one tap chooses; and 清除."""
    lang = page.lang()
    shown = [
        chip(words, address(chosen, **dict.fromkeys(names, "")), True)
        for words, names in active(viewer, chosen, offered, lang)
    ]
    if "from" not in chosen and "to" not in chosen:
        shown += [chip(gettext(words, lang), address(chosen, **days)) for words, days in presets()]
    if chosen:
        shown.append(chip(gettext(N_("清除"), lang), address({})))
    return shown


def chip(words: str, url: str, on: bool = False) -> dict:
    return {"text": words, "url": url, "on": on}


def active(viewer: Viewer, chosen: dict, offered: Options, lang: str):
    """(words, the filters they stand for)"""
    if "q" in chosen:
        yield f"“{chosen['q']}”", ("q",)
    if "from" in chosen or "to" in chosen:
        yield days_in_words(chosen, lang), ("from", "to")
    for name in ("form", "client", "technician", "result", "outcome", "state"):
        if name in chosen:
            yield dict(getattr(offered, name))[chosen[name]], (name,)
    if "satisfaction" in chosen:
        labels = dict(offered.satisfaction)
        yield (
            ("、" if lang == "zh" else ", ").join(labels[name] for name in chosen["satisfaction"]),
            ("satisfaction",),
        )
    if "unsigned" in chosen:
        yield gettext(N_("未签字"), lang), ("unsigned",)
    if "device" in chosen:
        yield found_device(viewer, chosen["device"]).name, ("device",)


def days_in_words(chosen: dict, lang: str) -> str:
    days = {name: chosen.get(name) for name in ("from", "to")}
    preset = next((words for words, same in presets() if same == days), None)
    if preset:
        return gettext(preset, lang)
    return "–".join(format_date(day, lang) if day else "…" for day in days.values())
