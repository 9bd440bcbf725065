"""What the tables of walked sheets are made of (tests/forms/sheets.py): turns, walks, and posted bodies in short.

Values are strings as inputs send them, lists where an input repeats. {chen} stands for that person's id, {device} for
the code of the place's device, {part} for a part the stock knows, {pdf} for a file that is sent along; `posted` puts them in. Times are relative to today.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

NOW = datetime.now(ZoneInfo("Asia/Shanghai"))

# What the room's file has to say before a walk begins: the rows of the start-up check come from it.
POWER_ON = ("时序器", "调音台", "显示屏")
MODES = ("本地会议", "视频会议", "录播")

DONE, RETURNED, REFUSED, ABSENT = "done", "returned", "refused", "absent"
DEEMED = "deemed"  # the step ended by itself when its day had passed
BY_SHEET = "by_sheet"  # another sheet's signature completed it
REASONS = {REFUSED: "对费用有异议", ABSENT: "开会去了"}

CLIENT = {"client_name": "市政务服务中心"}
BACK = {"reason": "请补充说明"}


@dataclass(frozen=True)
class Turn:
    """One step: who has it (a login, "client", "client_lead" or "" for nobody) and what they post.

    `outcome` BY_SHEET: `sheet` names the walk whose closing completes the step. `reason` goes with a return, a refusal.
    `offers`: forms that may follow after it; `opens`: those that follow by themselves.
    """

    step: str
    who: str
    body: dict
    outcome: str = DONE
    reason: str = ""
    sheet: str = ""
    offers: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    after_the_fact: bool = False


@dataclass(frozen=True)
class Walk:
    """A sheet from its start ("device", "room", "client" or "alone") to its end."""

    form: str
    case: str
    start: str
    turns: tuple[Turn, ...]
    state: str = "closed"
    confidential: bool = False

    @property
    def name(self) -> str:
        return f"{self.form}: {self.case}"


def at(days: int = 0, clock: str = "09:10") -> str:
    """A local minute so many days from today, as a datetime input posts it."""
    return f"{day(days)}T{clock}"


def day(days: int = 0) -> str:
    return (NOW + timedelta(days=days)).date().isoformat()


def posted(body: dict, known: dict) -> dict:
    """The body with people, devices and parts put in. `known`: placeholder → value."""
    return {
        name: [each.format(**known) for each in value] if isinstance(value, list) else value.format(**known)
        for name, value in body.items()
    }


def signed(field: str, name: str) -> dict:
    """A signature on the page, typed: what somebody posts who cannot draw."""
    return {f"{field}.name": name, f"{field}.typed": "1"}


def counted(field: str, first: int, second: int = 0, note: str = "") -> dict:
    numbers = {f"{field}.first": str(first), f"{field}.second": str(second)}
    return numbers | ({f"{field}.note": note} if note else {})


def normal(*fields: str) -> dict:
    return dict.fromkeys(fields, "normal")


def abnormal(field: str, note: str) -> dict:
    return {field: "unresolved", f"{field}.note": note}


def rows(field: str, *given: dict) -> dict:
    """The rows of a repeat: field.0.child, field.1.child …"""
    return {f"{field}.{n}.{child}": value for n, row in enumerate(given) for child, value in row.items()}


def without(body: dict, *names: str) -> dict:
    return {name: value for name, value in body.items() if name not in names}


APPROVED = {"decision": "approved"}
DECLINED = {"decision": "declined", "decision_remark": "请改到会后"}


def walk(form: str, case: str, start: str, *turns: Turn, **words) -> Walk:
    return Walk(form, case, start, turns, **words)
