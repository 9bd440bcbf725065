"""Clients that are being taken over: in use, not called taken over by anybody, and something of these stages is missing."""

from collections.abc import Iterable
from dataclasses import dataclass

from fieldforms import i18n
from fieldforms.errors import N_
from fieldforms.flow.form_input import check_reason
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register.clients import client_to_tend
from fieldforms.flow.stages.deliverable_states import DONE
from fieldforms.flow.stages.progress import ClientProgress, Standing, progress_of_clients, readable_progress
from fieldforms.flow.stages.stage_words import STAGE_DECIDERS, STAGE_READERS
from fieldforms.store import audit
from fieldforms.store.database import one_at_a_time, transaction
from fieldforms.store.models import Client
from fieldforms.store.stages import stage_words

CLIENTS_AT_ONCE = 200  # whose stages are read together
NEWEST = 2**31 - 1  # no client's id is larger


@dataclass(frozen=True)
class TakingOver:
    """A client, how much of taking it over is missing, and what comes next."""

    client: Client
    missing: list[Standing]

    @property
    def next_missing(self) -> Standing:
        return self.missing[0]


@dataclass(frozen=True)
class TakingOverPage:
    """`after`: the id behind which the next page begins; None: there is none."""

    lines: list[TakingOver]
    after: int | None = None


def clients_being_taken_over(actor: Actor, before: int = NEWEST) -> TakingOverPage:
    """The newest first, those made before the client `before`; of a technician those they serve. As many as are read together,
    and more where nothing is missing of any of these: a page is empty only at the end. Raises NotAllowed."""
    actor.needs(*STAGE_READERS)
    lines: list[TakingOver] = []
    while not lines and before:
        rows = stage_words.clients_to_take_over(actor.viewer, before, CLIENTS_AT_ONCE + 1)
        before = rows[CLIENTS_AT_ONCE - 1].id if len(rows) > CLIENTS_AT_ONCE else 0
        lines = lines_of_clients(actor, rows[:CLIENTS_AT_ONCE])
    return TakingOverPage(lines, before or None)


def lines_of_clients(actor: Actor, rows: list[Client]) -> list[TakingOver]:
    found = progress_of_clients((row.id for row in rows), briefly=True)
    lines = [TakingOver(row, readable_progress(actor, found[row.id]).missing_to_take_over) for row in rows]
    return [each for each in lines if each.missing]


def is_being_taken_over(client: Client, progress: ClientProgress) -> bool:
    return not client.retired_at and not progress.whole and bool(progress.missing_to_take_over)


def missing_in_words(client: Client, progress: ClientProgress, lang: str) -> str:
    """Of a client that is being taken over also what that lacks, which is all that the list of those counts."""
    missing, to_take_over = len(progress.missing_items), len(progress.missing_to_take_over)
    if not missing:
        return i18n.sentence(N_("各项都齐了"), lang)
    if not is_being_taken_over(client, progress):
        return i18n.sentence(N_("还缺 %(n)s 项"), lang, n=missing)
    return i18n.sentence(N_("接管还缺 %(n)s 项，共缺 %(all)s 项"), lang, n=to_take_over, all=missing)


def end_taking_over(actor: Actor, client_ids: Iterable[int], words: str) -> list[Client]:
    """These are served already, whatever the list says is missing: they leave it. Done twice, it is done once.

    Raises NotFound, NotAllowed, PlaceRetired, ReasonNeeded, ReasonTooLong.
    """
    actor.needs(*STAGE_DECIDERS)
    rows = [client_to_tend(actor, id) for id in client_ids]
    check_reason(words)
    with transaction():
        one_at_a_time(f"stages of {row.id}" for row in rows)
        settled = progress_of_clients(row.id for row in rows)
        for row in rows:
            if not settled[row.id].whole:
                values = {"state": DONE, "words": words}
                stage_words.add_word(row.id, stage_words.TAKING_OVER, actor.user_id, values)
                audit.record_action(actor.user_id, "stage.taken_over", str(row.id), words=words)
    return rows


def resume_taking_over(actor: Actor, client_id: int) -> Client:
    """It stands on the list again, as long as something is missing. Done twice, it is done once. Raises as `end_taking_over`."""
    actor.needs(*STAGE_DECIDERS)
    client = client_to_tend(actor, client_id)
    with transaction():
        one_at_a_time([f"stages of {client.id}"])
        for word in progress_of_clients([client.id])[client.id].whole:
            stage_words.take_word_back(word, actor.user_id)
            audit.record_action(actor.user_id, "stage.resume", str(client.id), words=word.words)
    return client
