"""What people said of clients' stages."""

from peewee import JOIN, fn

from fieldforms.store import clock, scope
from fieldforms.store.models import Client, Document, StageWord, User
from fieldforms.store.prepared import insert, one_of, prepared, update

TAKING_OVER = ""  # instead of a deliverable: taking the client over as a whole
Withdrawer = User.alias("withdrawer")


# As much as says how a deliverable stands: of many clients at once that is a quarter of the time.
BRIEFLY = (
    StageWord.id, StageWord.client, StageWord.deliverable, StageWord.state, StageWord.words, StageWord.document,
    StageWord.record, StageWord.at, Document.id, Document.retired_at,
)  # fmt: skip


@prepared
def standing_words_of_clients(clients, *, briefly):
    """Of these clients, as far as it was not taken back, the oldest first; each with its document and, unless `briefly`,
    with who said it and what the deliverable was called."""
    query = StageWord.select(*BRIEFLY) if briefly else StageWord.select(StageWord, User, Document)
    if not briefly:
        query = query.join_from(StageWord, User, JOIN.LEFT_OUTER, on=(StageWord.by == User.id), attr="by")
    query = query.join_from(StageWord, Document, JOIN.LEFT_OUTER)
    return query.where(one_of(StageWord.client, clients), StageWord.taken_back_at.is_null()).order_by(
        StageWord.id
    )


@prepared
def words_of_deliverable(client, deliverable):
    """All that was ever said of it, the newest first; each with who said it and who took it back."""
    query = StageWord.select(StageWord, User, Withdrawer).join(
        User, JOIN.LEFT_OUTER, on=(StageWord.by == User.id), attr="by"
    )
    query = query.join_from(
        StageWord,
        Withdrawer,
        JOIN.LEFT_OUTER,
        on=(StageWord.taken_back_by == Withdrawer.id),
        attr="withdrawer",
    )
    return query.where(StageWord.client == client, StageWord.deliverable == deliverable).order_by(
        StageWord.id.desc()
    )


@scope.prepared_by_viewer
def clients_to_take_over(viewer, before, most):
    """The newest clients in use behind the one of the id `before`, as far as a list names them, that nobody has called taken over
    as a whole."""
    settled = StageWord.select(StageWord.id).where(
        StageWord.client == Client.id,
        StageWord.deliverable == TAKING_OVER,
        StageWord.taken_back_at.is_null(),
    )
    query = Client.select(Client.id, Client.short_name).where(
        scope.clients(viewer, Client.id), Client.id < before, Client.retired_at.is_null(), ~fn.EXISTS(settled)
    )
    return query.order_by(Client.id.desc()).limit(most)


def add_word(client: int, deliverable: str, by: int | None, values: dict) -> StageWord:
    """`values`: state, and what else there is of label, words, document, record."""
    return insert(StageWord, client=client, deliverable=deliverable, by=by, at=clock.now(), **values)


def take_word_back(word: StageWord, by: int | None) -> None:
    update(StageWord, word.id, taken_back_at=clock.now(), taken_back_by=by)
