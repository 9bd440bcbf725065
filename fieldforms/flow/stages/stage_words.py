"""Saying how a deliverable of a client stands: in words, by a document, by a sheet; and taking that back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO

from fieldforms.errors import N_, DeliverableSettled, Invalid, NotFound
from fieldforms.flow import form_changes
from fieldforms.flow.documents import documents
from fieldforms.flow.documents.document_targets import DocumentTarget
from fieldforms.flow.documents.documents import reads_internal
from fieldforms.flow.form_changes import Shown
from fieldforms.flow.form_input import RowInput, TextInput, TilesInput
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register import register_columns
from fieldforms.flow.register.clients import CLIENT_READERS, client_to_tend
from fieldforms.flow.register.register_columns import Columns, RegisterColumn
from fieldforms.flow.stages import papers
from fieldforms.flow.stages.deliverable_states import (
    DELIVERABLE_STATES,
    DONE,
    IN_WORK,
    NOT_NEEDED,
    OPEN,
)
from fieldforms.flow.stages.progress import Standing, progress_of_client, progress_to_read
from fieldforms.flow.stages.stage_files import NAME_OF_STAGE, deliverables_in_use
from fieldforms.store import audit
from fieldforms.store.database import one_at_a_time, transaction
from fieldforms.store.models import Client, Document, StageWord
from fieldforms.store.stages import stage_words

STAGE_READERS = CLIENT_READERS
STAGE_SPEAKERS = ("technician", "dispatcher", "supervisor")
STAGE_DECIDERS = ("dispatcher", "supervisor")  # who call something not needed, and take back

WHY_NOT_NEEDED = N_("不需要的话，请在“%(label)s”里写明原因。")
HOW_DONE = N_("完成了的话，请选一份资料或一张单据，或者在“%(label)s”里写一句。")


@dataclass(frozen=True)
class SheetInput(RowInput):
    """A sheet by its number, "" for none. `names`: number → what it is called."""

    def read_text(self, text: str) -> str:  # type: ignore[override]
        return text

    def nothing_typed(self) -> str:  # type: ignore[override]
        return ""


SPEAKING_COLUMNS: Columns = (
    RegisterColumn("state", TilesInput(N_("进度"), DELIVERABLE_STATES)),
    RegisterColumn("words", TextInput(N_("说明"), 2000, lines=3), N_("怎样完成的、还缺什么、为什么不需要")),
    RegisterColumn("document", RowInput(N_("资料"), N_("不选")), N_("资料库里这个客户的资料")),
    RegisterColumn("record", SheetInput(N_("单据"), N_("不选")), N_("这个客户最近的单据")),
)


@dataclass(frozen=True)
class Speaking:
    """A form in which this person says how it stands: its columns, and what it shows."""

    client: Client
    standing: Standing
    columns: Columns
    values: dict

    @property
    def texts(self) -> dict[str, str]:
        return register_columns.input_texts(self.columns, self.values)


def deliverable_to_tell(actor: Actor, client_id: int, name: str) -> tuple[Client, Standing]:
    """Of a client in use, for who may say how it stands. Raises NotFound, NotAllowed, PlaceRetired, DeliverableSettled."""
    actor.needs(*STAGE_SPEAKERS)
    client = client_to_tend(actor, client_id)
    standing = standing_of_client(actor, client, name)
    refuse_undoing(actor, standing, standing.state)
    return client, standing


def standing_of_client(actor: Actor, client: Client, name: str) -> Standing:
    """Raises NotFound, also for an internal one that the actor may not read of."""
    standing = progress_to_read(actor, client.id).standing_by_name(name)
    if standing is None:
        raise NotFound
    return standing


def may_decide(actor: Actor) -> bool:
    return actor.user is not None and actor.user.role in STAGE_DECIDERS


def may_tell(actor: Actor, client: Client, standing: Standing) -> bool:
    """What is not needed only they call otherwise who decide."""
    speaks = actor.user is not None and actor.user.role in STAGE_SPEAKERS and not client.retired_at
    return speaks and (may_decide(actor) or standing.state != NOT_NEEDED)


def speaking_form(actor: Actor, client: Client, standing: Standing, lang: str) -> Speaking:
    """What this person may choose, as `lang` calls it, and what stands there."""
    offered = papers.papers_to_choose(actor, client, standing, lang)
    states = {
        name: label for name, label in DELIVERABLE_STATES.items() if may_decide(actor) or name != NOT_NEEDED
    }
    columns = register_columns.with_choices(
        SPEAKING_COLUMNS, state=states, document=offered.documents, record=offered.sheets
    )
    return Speaking(client, standing, columns, values_of_standing(standing, offered))


def values_of_standing(standing: Standing, offered: "papers.Offered") -> dict:
    """As this person may see it: a document or sheet that is not offered to them is none."""
    word = standing.word
    document = word.document_id if word and str(word.document_id) in offered.documents else None
    record = word.record if word and word.record in offered.sheets else ""
    return {
        "state": standing.state,
        "words": word.words if word else "",
        "document": document,
        "record": record,
    }


def tell_deliverable(
    actor: Actor, client_id: int, name: str, given: Mapping[str, str], shown: Shown = None, lang: str = "zh"
) -> None:
    """What somebody says of it counts until something newer is said. Sent twice, it is said once.

    `given`: name of SPEAKING_COLUMNS → text as typed. Raises Invalid, NotFound, NotAllowed, PlaceRetired,
    DeliverableSettled, ChangedMeanwhile.
    """
    client, standing = deliverable_to_tell(actor, client_id, name)
    columns = speaking_form(actor, client, standing, lang).columns
    values = register_columns.read_columns(columns, given)
    with transaction():
        one_at_a_time([f"stages of {client.id}"])
        now = speaking_form(actor, client, standing_of_client(actor, client, name), lang)
        table = register_columns.inputs_of_columns(now.columns)
        about = ("stage.tell", ref_of_deliverable(client, name))
        changed = form_changes.changes_of_form(table, now.values, values, shown, about)
        if changed:
            refuse_undoing(actor, now.standing, values["state"])
            refuse_bare_state(now.standing, values)
            keep_word(actor, now, values, changed)


def refuse_undoing(actor: Actor, standing: Standing, wanted: str) -> None:
    """Raises DeliverableSettled."""
    if may_decide(actor):
        return
    steps = (OPEN, IN_WORK, DONE)
    if standing.state == NOT_NEEDED or steps.index(wanted) < steps.index(standing.state):
        raise DeliverableSettled(name=standing.asked.label)


def refuse_bare_state(standing: Standing, values: dict) -> None:
    """Raises Invalid where something is called done or not needed, and nothing says how or why."""
    label = register_columns.label_of_column(SPEAKING_COLUMNS, "words")
    if values["state"] == NOT_NEEDED and not values["words"]:
        raise Invalid([("words", WHY_NOT_NEEDED, {"label": label})])
    fulfilled = (
        values["words"] or values["document"] or values["record"] or standing.papers or standing.issued
    )
    if values["state"] == DONE and not fulfilled:
        raise Invalid([("words", HOW_DONE, {"label": label})])


def keep_word(actor: Actor, speaking: Speaking, values: dict, changed: dict) -> None:
    """Call inside a transaction."""
    client, asked = speaking.client, speaking.standing.asked
    stage_words.add_word(client.id, asked.name, actor.user_id, values | {"label": asked.label})
    audit.record_action(actor.user_id, "stage.tell", ref_of_deliverable(client, asked.name), **changed)


def ref_of_deliverable(client: Client, name: str) -> str:
    return f"{client.id}/{name}"


def put_document(
    actor: Actor, client_id: int, name: str, given: Mapping[str, str], stream: IO[bytes], file_name: str
) -> Document:
    """A new document of the client that fulfils it; of an internal one it stays inside, too. Work that somebody has called unfinished stays so: one of five drawings.

    `given`, `file_name`: as documents.add_document takes them. Raises what that does, and what `deliverable_to_tell` does.
    """
    client, standing = deliverable_to_tell(actor, client_id, name)
    inside = {"internal": True} if standing.asked.internal else {}
    document = documents.add_document(
        actor, DocumentTarget(client=client), given, stream, file_name, **inside
    )
    with transaction():
        one_at_a_time([f"stages of {client.id}"])
        now = speaking_form(actor, client, standing_of_client(actor, client, name), "zh")
        if not any(word.document_id == document.id for word in now.standing.papers):
            unfinished = now.standing.word is not None and now.standing.state == IN_WORK
            words = now.values["words"] if unfinished else ""
            state = IN_WORK if unfinished else DONE
            values = {"state": state, "words": words, "document": document.id, "record": ""}
            keep_word(actor, now, values, form_changes.changed_values(now.values, values))
    return document


# Taking back


def words_of_deliverable(actor: Actor, client: Client, name: str) -> list[StageWord]:
    """The newest first, those taken back, too. Raises NotFound for what nobody asks and nobody spoke of, and for an internal one
    that the actor may not read of."""
    asked = deliverables_in_use().get(name)
    if not NAME_OF_STAGE.fullmatch(name) or (asked and asked.internal and not reads_internal(actor)):
        raise NotFound
    found = stage_words.words_of_deliverable(client.id, name)
    if not found and asked is None:
        raise NotFound
    return found


def word_to_take_back(actor: Actor, client_id: int, name: str, word_id: int) -> tuple[Client, StageWord]:
    """Raises NotFound, NotAllowed, PlaceRetired."""
    actor.needs(*STAGE_DECIDERS)
    client = client_to_tend(actor, client_id)
    word = next((each for each in words_of_deliverable(actor, client, name) if each.id == word_id), None)
    if word is None:
        raise NotFound
    return client, word


def take_word_back(actor: Actor, client_id: int, name: str, word_id: int) -> None:
    """What was said before it counts again. Done twice, it is done once. Raises as `word_to_take_back`."""
    client, _word = word_to_take_back(actor, client_id, name, word_id)
    with transaction():
        one_at_a_time([f"stages of {client.id}"])
        _client, word = word_to_take_back(actor, client_id, name, word_id)
        if word.taken_back_at:
            return
        before = state_of_deliverable(client, name)
        stage_words.take_word_back(word, actor.user_id)
        after = state_of_deliverable(client, name)
        said = {"words": word.words, "document": word.document_id, "record": word.record}
        changed = {"fields": ["state"], "before": {"state": before, **said}, "after": {"state": after}}
        audit.record_action(actor.user_id, "stage.take_back", ref_of_deliverable(client, name), **changed)


def state_of_deliverable(client: Client, name: str) -> str:
    """ "" of what the file of stages no longer asks."""
    standing = progress_of_client(client.id).standing_by_name(name)
    return standing.state if standing else ""
