"""The texts of a client's papers."""

from fieldforms.store import clock
from fieldforms.store.models import ClientText, User
from fieldforms.store.prepared import insert, prepared


@prepared
def texts_of_client(client):
    """Of all its papers, without what they say; the newest first."""
    columns = (
        ClientText.client, ClientText.paper, ClientText.number, ClientText.lang, ClientText.at, ClientText.by,
    )  # fmt: skip
    query = ClientText.select(ClientText.id, *columns, User).join(User)
    return query.where(ClientText.client == client).order_by(ClientText.number.desc())


@prepared
def texts_of_paper(client, paper):
    """The newest first."""
    query = ClientText.select(ClientText, User).join(User)
    return query.where(ClientText.client == client, ClientText.paper == paper).order_by(
        ClientText.number.desc()
    )


def add_text(client: int, paper: str, number: int, lang: str, text: str, by: int) -> ClientText:
    said = {"number": number, "lang": lang, "text": text}
    return insert(ClientText, client=client, paper=paper, **said, at=clock.now(), by=by)
