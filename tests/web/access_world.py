"""How the access tests ask: everybody of one world that nobody changes, each request the first after signing in."""

from collections.abc import Iterator
from contextlib import contextmanager

from itsdangerous import URLSafeTimedSerializer
from werkzeug.datastructures import MultiDict

from fieldforms import config, wiring
from fieldforms.store import database
from fieldforms.store.models import Session
from tests.conftest import close_pool
from tests.engines import drop_database
from tests.people import PHONE_AGENT, World
from tests.undone import never_committed, undone
from tests.web.access_targets import AccessTargets
from tests.web.hands import Reader

TOKEN = "asked" * 8


@contextmanager
def standing_world(url: str, folder, served) -> Iterator["AccessTargets"]:
    """Everybody and everything on the database at this address, for a module's tests; whatever they write is undone."""
    settings = config.read(
        {
            "FIELDFORMS_DATABASE": url,
            "FIELDFORMS_INSTANCE": str(folder),
            "FIELDFORMS_URL": "https://ff.example.cn",
            "FIELDFORMS_SECRET_KEY": "for tests only, for tests only, for tests only",
        }
    )
    app = served(settings)
    wiring.prepare(settings)
    targets = AccessTargets(World(app))
    with never_committed():
        yield targets
    database.database.close()
    close_pool()
    drop_database(url)


class Browser:
    """Somebody's, which forgets what it is told: each request is the first after signing in."""

    def __init__(self, world, login: str | None, **of_session):
        """`of_session`: columns of the session's row that are otherwise, such as its phone being revoked."""
        browser = world.browser(login, confirmed=True)
        with browser.session_transaction() as session:
            session["csrf_token"] = TOKEN
        if of_session:
            Session.update(of_session).where(Session.id == browser.session_row.id).execute()
        name = world.app.config["SESSION_COOKIE_NAME"]
        token = URLSafeTimedSerializer(world.app.secret_key, salt="wtf-csrf-token").dumps(TOKEN)
        self.client = world.app.test_client(use_cookies=False)
        self.headers = {
            "Cookie": f"{name}={browser.get_cookie(name).value}",
            "User-Agent": PHONE_AGENT,
            "X-CSRFToken": token,
        }

    def open(self, method: str, url: str, **body):
        return undone(lambda: self.answer(url, method=method, headers=self.headers, **body))

    def answer(self, *asked, **more):
        """Read to its end, as a browser does: what is streamed asks until then."""
        response = self.client.open(*asked, **more)
        response.get_data()
        response.close()
        return response


def forms_of_page(text: str) -> dict[str, MultiDict]:
    """Address → what the form that posts there sends as it stands; "" the page's own address."""
    found = {}
    for action, fields in Reader(text).forms:
        fields.pop("csrf_token", None)
        found.setdefault(action, MultiDict(fields))
    return found
