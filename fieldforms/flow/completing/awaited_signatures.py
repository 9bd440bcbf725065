"""What became of a signature that somebody else was asked for: told on the page of who asked, while it is open."""

from fieldforms.errors import N_, NotFound
from fieldforms.flow.completing.signature_requests import is_of_signer
from fieldforms.flow.people.actors import SIGNATURE_COLLECTORS, Actor
from fieldforms.flow.record import folding
from fieldforms.store.completing import links
from fieldforms.store.record import records

SIGNED = N_("已签字。")
ENDINGS = {
    folding.DONE: SIGNED,
    folding.PAPER: SIGNED,
    folding.RETURNED: N_("签字人把这张单退回来了。"),
    folding.REFUSED: N_("签字人拒绝签字，已经记下。"),
    folding.ABSENT: N_("签字人不在场，已经记下。"),
}
WENT_ON = N_("这张单已有改动，那个链接作废了。")
LINK_DIED = N_("链接已失效。")


def ending_of_request(actor: Actor, number: str, after: int) -> str:
    """A message id: what came of it, "" while it waits. `after`: seq of the record's last entry when the page was made.

    Nothing of the sheet is told, so that asking every few seconds is no reading of it. Raises NotAllowed, NotFound.
    """
    actor.needs(*SIGNATURE_COLLECTORS)
    seen = records.by_number(actor.viewer, number)
    if seen is None:
        raise NotFound
    later = [entry for entry in seen.entries if entry.row.seq > after]
    told = [entry for entry in later if entry.outcome in ENDINGS and is_of_signer(seen, entry)]
    if told:
        return ENDINGS[told[-1].outcome]
    if later:
        return WENT_ON
    return "" if links.pending_links(seen.row.uuid) else LINK_DIED
