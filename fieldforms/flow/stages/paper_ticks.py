"""What the house's issued papers say of deliverables by themselves (docs/papers.md): computed, as what sheets say is."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from fieldforms.flow.stages.deliverable_states import DONE, IN_WORK
from fieldforms.flow.stages.stage_files import deliverables_in_use
from fieldforms.store.documents.documents import tells_of_rooms
from fieldforms.store.models import Document
from fieldforms.store.stages import stage_documents


@dataclass(frozen=True)
class PaperTick:
    """An issued paper says how a deliverable stands, since `at` (UTC ms)."""

    state: str
    document: Document
    at: int


PaperTicks = dict[str, list[PaperTick]]  # name of a deliverable → what papers say, the oldest first


def paper_ticks_of_clients(client_ids: Iterable[int]) -> dict[int, PaperTicks]:
    """Client id → what its papers say. A paper of rooms is work until every room in use has one; a report that became a
    confidential room's is none."""
    ids, found = tuple(client_ids), defaultdict[int, PaperTicks](lambda: defaultdict(list))
    asked = [each for each in deliverables_in_use().values() if each.paper]
    names = tuple(sorted({each.paper for each in asked}))
    rows = list(stage_documents.documents_of_papers(ids, names)) if names else []
    lacking = rooms_without_paper(rows)
    for row in rows:
        of_rooms = row.room_id and not tells_of_rooms(row)
        state = IN_WORK if of_rooms and lacking[row.client_id, row.paper] else DONE
        for each in asked:
            if each.paper == row.paper:
                found[row.client_id][each.name].append(PaperTick(state, row, row.newest.at))
    return found


def rooms_without_paper(rows: Iterable[Document]) -> dict[tuple[int, str], set[int]]:
    """(client, paper of rooms) → the client's rooms in use of which none of `rows` is."""
    having: dict[tuple[int, str], set[int]] = defaultdict(set)
    for row in rows:
        if row.room_id:
            having[row.client_id, row.paper].add(row.room_id)
    clients = tuple(sorted({client for client, _paper in having}))
    there: dict[int, set[int]] = defaultdict(set)
    for room in stage_documents.rooms_that_need_papers(clients) if clients else ():
        there[room.client_id].add(room.id)
    return {(client, paper): there[client] - rooms for (client, paper), rooms in having.items()}
