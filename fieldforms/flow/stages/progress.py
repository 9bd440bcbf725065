"""How the stages of clients stand: what was said last counts, by a person, by a sheet or by an issued paper."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from fieldforms.flow.documents.documents import reads_internal
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.stages.deliverable_states import DONE, IN_WORK, OPEN, SETTLED
from fieldforms.flow.stages.paper_ticks import PaperTick, PaperTicks, paper_ticks_of_clients
from fieldforms.flow.stages.sheet_ticks import SheetTick, Ticks, ticks_of_clients
from fieldforms.flow.stages.stage_files import Deliverable, Stage, stages_in_use
from fieldforms.forms.definition import Text
from fieldforms.store.models import StageWord
from fieldforms.store.stages import stage_words

Tick = SheetTick | PaperTick


@dataclass(frozen=True)
class Standing:
    """How a deliverable stands, because of a person's `word` or by itself because of a sheet's or an issued paper's `tick`, or
    not at all.

    `papers`: all words that put something in, the oldest first; `sheets`, `issued`: all that sheets and issued papers say of it.
    """

    asked: Deliverable
    word: StageWord | None = None
    tick: Tick | None = None
    papers: tuple[StageWord, ...] = ()
    sheets: tuple[SheetTick, ...] = ()
    issued: tuple[PaperTick, ...] = ()

    @property
    def state(self) -> str:
        said = self.word or self.tick
        return said.state if said else OPEN

    @property
    def is_settled(self) -> bool:
        return self.state in SETTLED

    @property
    def since(self) -> int | None:
        """UTC ms."""
        said = self.word or self.tick
        return said.at if said else None


@dataclass(frozen=True)
class StageProgress:
    stage: Stage
    standings: tuple[Standing, ...]

    @property
    def missing_items(self) -> list[Standing]:
        return [each for each in self.standings if not each.is_settled]

    @property
    def settled_count(self) -> int:
        return len(self.standings) - len(self.missing_items)


@dataclass(frozen=True)
class ClientProgress:
    """All stages of a client. `gone`: (name, what it was called) of what the file no longer asks, and somebody spoke of."""

    stages: tuple[StageProgress, ...]
    gone: tuple[tuple[str, Text], ...] = ()
    whole: tuple[StageWord, ...] = field(default=())  # words that the client is taken over

    @property
    def missing_items(self) -> list[Standing]:
        return [each for stage in self.stages for each in stage.missing_items]

    @property
    def missing_to_take_over(self) -> list[Standing]:
        return [each for stage in self.stages if stage.stage.taking_over for each in stage.missing_items]

    def standing_by_name(self, name: str) -> Standing | None:
        found = (each for stage in self.stages for each in stage.standings)
        return next((each for each in found if each.asked.name == name), None)


def progress_of_client(client_id: int) -> ClientProgress:
    return progress_of_clients([client_id])[client_id]


def progress_to_read(actor: Actor, client_id: int) -> ClientProgress:
    """As much as this person may read of: without what is internal."""
    return readable_progress(actor, progress_of_client(client_id))


def readable_progress(actor: Actor, progress: ClientProgress) -> ClientProgress:
    return progress if reads_internal(actor) else progress_outside(progress)


def progress_outside(progress: ClientProgress) -> ClientProgress:
    """Without what is internal, nor a stage of which nothing else is left."""
    stages = (
        StageProgress(each.stage, tuple(one for one in each.standings if not one.asked.internal))
        for each in progress.stages
    )
    return replace(progress, stages=tuple(each for each in stages if each.standings))


def progress_of_clients(client_ids: Iterable[int], briefly: bool = False) -> dict[int, ClientProgress]:
    """The same few queries however many there are. `briefly`: how all stands, not who said so."""
    ids = tuple(client_ids)
    words: dict[int, dict[str, list[StageWord]]] = {id: defaultdict(list) for id in ids}
    for word in stage_words.standing_words_of_clients(ids, briefly=briefly) if ids else ():
        words[word.client_id][word.deliverable].append(word)
    ticks, issued = (ticks_of_clients(ids), paper_ticks_of_clients(ids)) if ids else ({}, {})
    return {id: progress_of_words(words[id], ticks.get(id, {}), issued.get(id, {})) for id in ids}


def progress_of_words(words: dict[str, list[StageWord]], ticks: Ticks, issued: PaperTicks) -> ClientProgress:
    stages = tuple(
        StageProgress(
            stage,
            tuple(
                standing_of(
                    each, words.get(each.name, []), ticks.get(each.name, []), issued.get(each.name, [])
                )
                for each in stage.deliverables
            ),
        )
        for stage in stages_in_use()
    )
    asked = {each.asked.name for stage in stages for each in stage.standings} | {stage_words.TAKING_OVER}
    gone = tuple((name, said[-1].label) for name, said in words.items() if name not in asked)
    return ClientProgress(stages, gone, tuple(words.get(stage_words.TAKING_OVER, ())))


def standing_of(
    asked: Deliverable, words: Sequence[StageWord], sheets: Sequence[SheetTick], issued: Sequence[PaperTick]
) -> Standing:
    """Each the oldest first. An open sheet is work on what nobody has spoken of yet, and so is a paper of some of the rooms."""
    ticks: list[Tick] = sorted([*sheets, *issued], key=lambda tick: tick.at)
    word = next((word for word in reversed(words) if not has_lost_its_document(word)), None)
    tick = next((tick for tick in reversed(ticks) if tick.state != IN_WORK), None)
    if word and tick:
        word, tick = (None, tick) if tick.at > word.at else (word, None)
    begun = next((tick for tick in reversed(ticks) if tick.state == IN_WORK), None)
    if begun and not tick and (word is None or word.state == OPEN):
        word, tick = None, begun
    papers = tuple(each for each in words if each.document_id or each.record)
    return Standing(asked, word, tick, papers, tuple(sheets), tuple(issued))


def has_lost_its_document(word: StageWord) -> bool:
    """Done by a document that was retired since, and by nothing else: it opens nothing any more."""
    alone = word.document_id and not word.words and not word.record
    return bool(alone and word.state == DONE and word.document.retired_at)
