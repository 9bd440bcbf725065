"""Targets for faults: those for all clients, and a client's own."""

from flask import Blueprint, flash, redirect, request, url_for

from fieldforms import i18n
from fieldforms.errors import N_, ChangedMeanwhile, Invalid, Problem
from fieldforms.flow.faults import targets
from fieldforms.flow.register import clients
from fieldforms.web import inputs, page, versions
from fieldforms.web.access import actor, signed_in
from fieldforms.web.addresses import CLIENT_RULE
from fieldforms.web.spans_of_time import TWO_HOURS, span_in_words

blueprint = Blueprint("targets", __name__)


@blueprint.get("/targets")
@signed_in(*targets.SETTERS)
def common():
    return targets_page(None, targets.own_targets_as_typed(None))


@blueprint.post("/targets")
@signed_in(*targets.SETTERS)
def change_common():
    return answer_after_change(None)


@blueprint.get(f"{CLIENT_RULE}/targets")
@signed_in(*targets.SETTERS)
def of_client(client_id: int):
    client = clients.client_in_scope(actor(), client_id)
    return targets_page(client, targets.own_targets_as_typed(client))


@blueprint.post(f"{CLIENT_RULE}/targets")
@signed_in(*targets.SETTERS)
def change_of_client(client_id: int):
    return answer_after_change(clients.client_in_scope(actor(), client_id))


def answer_after_change(client):
    try:
        targets.change_targets(actor(), client.id if client else None, request.form, versions.shown_texts())
    except (Invalid, ChangedMeanwhile) as refused:
        return targets_page(client, request.form, refused)
    flash(page.say(N_("已保存。")), "success")
    return redirect(url_for("clients.show", client_id=client.id) if client else url_for("clients.index"), 303)


def targets_page(client, values, refused: Problem | None = None):
    common = {each.name: targets.target_of_client(None, each.name) for each in targets.urgencies()}
    parts = {"respond": targets.RESPOND_LABEL, "restore": targets.RESTORE_LABEL}
    named = {
        f"{each.name}.{part}": f"{i18n.pick(each.label, page.lang())} · {page.say(label)}"
        for each in targets.urgencies()
        for part, label in parts.items()
    }
    return inputs.versioned_page(
        "faults/targets/edit.html",
        values,
        refused,
        named,
        client=client,
        values=refused.merged if isinstance(refused, ChangedMeanwhile) else values,
        urgencies=targets.urgencies(),
        common=common if client else {},
        labels=parts,
        minutes_in_words=minutes_in_words,
    )


A_DAY, AN_HOUR = 1440, 60  # minutes


def minutes_in_words(minutes) -> str:
    """2880 → 2 天; "" of what is no whole number of hours below a day, or of days, and of less than two hours."""
    text = str(minutes or "")
    n = int(text) if text.isdecimal() else 0
    whole = n % A_DAY == 0 or (n < A_DAY and n % AN_HOUR == 0)
    return span_in_words(n) if whole and n >= TWO_HOURS else ""
