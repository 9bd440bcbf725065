"""How a notice reads in the app: as the line on the first page, where it has one."""

from collections.abc import Callable

from flask import url_for

from fieldforms.errors import N_
from fieldforms.flow.notices.tellings import LOW_PART, WATCHED, NoticeTelling
from fieldforms.web import page
from fieldforms.web.inbox import inbox_lines


def lines_of_notices(told: list[NoticeTelling]) -> list[dict]:
    """{url, title, detail} of each."""
    known = inbox_lines.Lookups([telling.waiting for telling in told if telling.waiting])
    return [line_of_notice(telling, known) for telling in told]


def line_of_notice(telling: NoticeTelling, known: inbox_lines.Lookups) -> dict:
    if telling.waiting:
        return inbox_lines.LINE_MAKERS[telling.item](telling.waiting, known)
    return OTHER_LINES[telling.item](telling.about)


def low_part_line(part) -> dict:
    return {
        "url": url_for("parts.show", part_id=part.id),
        "title": f"{part.name} {part.model}".strip(),
        "detail": page.say(N_("可用的到了下限 %(n)s"), n=part.low_at),
    }


OTHER_LINES: dict[str, Callable[..., dict]] = {
    WATCHED: inbox_lines.record_line,
    LOW_PART: low_part_line,
}
