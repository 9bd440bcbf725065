"""通知: what newly waits for the person who opens it, one tap from the thing."""

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms.errors import N_
from fieldforms.flow.notices import told_notices
from fieldforms.flow.notices.notice_kinds import words_of_kind
from fieldforms.flow.notices.told_notices import ToldNotice
from fieldforms.web import inputs, page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.notices.notice_lines import lines_of_notices

blueprint = Blueprint("notices", __name__, url_prefix="/notices")

NOTICES_ON_PAGE = 50
ADDRESS_OF_ONE = f"/<int(max={inputs.MOST_ID}):id>"


@blueprint.get("")
@signed_in()
def index():
    told = told_notices.notices_of_actor(actor())
    before = request.args.get("before", inputs.MOST_ID + 1, inputs.whole_number)
    rest = [found for found in told if found[0].id < before]
    shown = rest[:NOTICES_ON_PAGE]
    return page.show(
        "notices/notices/index.html",
        rows=rows_of_notices(shown),
        unseen=sum(row.seen_at is None for row, _telling in told),
        until=told[0][0].id if told else 0,
        first=url_for("notices.index") if len(rest) < len(told) else "",
        after=url_for("notices.index", before=shown[-1][0].id) if len(rest) > len(shown) else "",
    )


def rows_of_notices(shown: list[ToldNotice]) -> list[dict]:
    lines = lines_of_notices([telling for _row, telling in shown])
    return [
        line
        | {
            "url": url_for("notices.show", id=row.id),
            "kind": words_of_kind(row.kind, row.late, page.lang()),
            "at": row.at,
            "is_new": row.seen_at is None,
            "late": row.late,
        }
        for (row, _telling), line in zip(shown, lines, strict=True)
    ]


@blueprint.get("/count")
@signed_in()
def count():
    """The number in the menu that carries one's name; nothing when nothing is new."""
    return page.render_block("inbox/home/count.html", "count", n=told_notices.count_unseen(actor()))


@blueprint.get(ADDRESS_OF_ONE)
@signed_in()
def show(id: int):
    """To where it is done. Opening it says nothing about the others."""
    found = told_notices.told_notice(actor(), id)
    if found is None:
        flash(page.say(N_("这件事已经不用办了。")))
        return redirect(url_for("notices.index"))
    [line] = lines_of_notices([found[1]])
    return redirect(line["url"])


@blueprint.post("/seen")
@signed_in()
def see():
    told_notices.mark_all_seen(actor(), request.form.get("until", 0, inputs.whole_number))
    return redirect(url_for("notices.index"), 303)
