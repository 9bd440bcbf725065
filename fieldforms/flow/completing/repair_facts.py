"""维修核对: what a reviewer holds a repair's time and cost against (company.md row 15: 审核维修记录、维修费用)."""

from fieldforms.errors import N_
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import cost_disputes, folding
from fieldforms.flow.register import answer_sources
from fieldforms.flow.register.register_columns import CLIENT_TYPES
from fieldforms.forms import conditions
from fieldforms.forms.kinds import KINDS
from fieldforms.i18n import gettext, pick
from fieldforms.store import clock
from fieldforms.store.inbox import reviews
from fieldforms.store.record import records

REPEATED_WITHIN = 90 * clock.DAY_MS
WEIGHED = ("minutes", "parts", "cost")  # meanings


def facts_of_repair(actor: Actor, seen: records.Seen, lang: str) -> list[tuple[str, str]]:
    """(label, text): time, parts, cost, who pays, and how often the same devices failed lately; [] of a sheet that asks no cost."""
    if seen.definition.meaning("cost") is None:
        return []
    folded = folding.fold_entries(seen.definition, seen.entries)
    facts = [
        (pick(field.label, lang), KINDS[field.type].text(folded.answers[field.name], field, lang))
        for means in WEIGHED
        for field in seen.definition.meanings.get(means, ())
        if conditions.is_filled(folded.answers.get(field.name))
    ]
    if cost_disputes.says_disputed(seen.definition, folded):
        still = N_("有异议，还没核定") if seen.row.cost_disputed else N_("有异议，已核定")
        facts.append((gettext(N_("费用"), lang), gettext(still, lang)))
    if client_type := answer_sources.client_type(seen.row.client) if seen.row.client_id else "":
        facts.append((gettext(N_("谁承担"), lang), gettext(CLIENT_TYPES[client_type], lang)))
    times = reviews.count_about_same_devices(actor.viewer, seen.row, REPEATED_WITHIN)
    if times > 1:
        facts.append((gettext(N_("90 天内同设备"), lang), gettext(N_("第 %(n)s 次"), lang, n=times)))
    return facts
