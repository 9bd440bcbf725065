"""A company with three clients and ten weeks of sheets, as data; demo/load.py puts it through the real verbs."""

import re
import tomllib
from datetime import date, timedelta
from importlib import resources

DAY_IN_TEXT = re.compile(r"\{(day|restday)(?:([+-]\d+))?\}")
SATURDAY = 5


def register() -> dict:
    """Users and clients with their contacts, rooms and devices: register.toml as it stands."""
    return _read("register.toml")


def sheets() -> list[dict]:
    """The sheets, oldest first; the head of sheets.toml explains their words."""
    return _read("sheets.toml")["sheet"]


def faults() -> list[dict]:
    """Faults of these days, as `sheets`, told by `minutes_ago`: what the board shows."""
    return _read("faults.toml")["sheet"]


def office() -> list[dict]:
    """Sheets that begin at a room, a client or nowhere, as `sheets`: start-up checks, visitors, requests."""
    return _read("office.toml")["sheet"]


def documents() -> list[dict]:
    """The library; the head of documents.toml explains its words."""
    return _read("documents.toml")["document"]


def stages() -> dict:
    """What was said of clients' stages; the head of stages.toml explains its words."""
    return _read("stages.toml")


def drafts() -> list[dict]:
    """What somebody has begun and not finished."""
    return _read("sheets.toml")["draft"]


def dated_answers(answers: dict, day: date) -> dict:
    """The answers with `{day}` and `{day+3}` replaced by dates counted from `day`, the sheet's own day; `{restday+3}` is the first
    Saturday or Sunday from then on."""
    return {
        name: _dated_text(value, day) if isinstance(value, str) else value for name, value in answers.items()
    }


def _dated_text(text: str, day: date) -> str:
    def date_of_match(found: re.Match) -> str:
        wanted = day + timedelta(days=int(found[2] or 0))
        wait = max(0, SATURDAY - wanted.weekday()) if found[1] == "restday" else 0
        return (wanted + timedelta(days=wait)).isoformat()

    return DAY_IN_TEXT.sub(date_of_match, text)


def _read(name: str) -> dict:
    return tomllib.loads(resources.files(__name__).joinpath(name).read_text(encoding="utf-8"))
