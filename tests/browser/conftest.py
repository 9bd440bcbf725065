"""A served application and browsers on it: a phone with touch, 360 × 780, and a desk, 1280 × 800.

Browsers look at pages, not at databases: one engine will do. The tests of a file share one application: each makes
its own sheets and looks at nobody else's.
"""

import socket
import threading

import pytest
from playwright.sync_api import expect
from waitress import create_server

from fieldforms import config, create_app
from fieldforms.store import database
from fieldforms.store.models import User
from fieldforms.store.people import sessions
from tests.browser.hands import PATIENCE, wait_until_begun
from tests.browser.roads import Way
from tests.conftest import close_pool
from tests.engines import drop_database
from tests.people import PHONE_AGENT, World

PHONE = {
    "viewport": {"width": 360, "height": 780},
    "has_touch": True,
    "is_mobile": True,
    "device_scale_factor": 2,
    "user_agent": PHONE_AGENT,
}
DESK = {"viewport": {"width": 1280, "height": 800}}
LOCALES = {"zh": "zh-CN", "en": "en-GB"}

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="module")
def door():
    """Where the server will listen, held from the first: a port that is only found free may be a browser's a moment later."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        yield found


@pytest.fixture(scope="module")
def settings(new_database, tmp_path_factory, door):
    url = new_database("sqlite")
    yield config.use(
        config.read(
            {
                "FIELDFORMS_DATABASE": url,
                "FIELDFORMS_INSTANCE": str(tmp_path_factory.mktemp("instance")),
                "FIELDFORMS_URL": f"http://127.0.0.1:{door.getsockname()[1]}",
                "FIELDFORMS_SECRET_KEY": "for tests only, for tests only, for tests only",
            }
        )
    )
    drop_database(url)


@pytest.fixture(scope="module")
def app(settings):
    application = create_app(settings)
    application.config.update(TESTING=True, PROPAGATE_EXCEPTIONS=True)
    yield application
    if not database.database.is_closed():
        database.database.close()
    close_pool()


@pytest.fixture(scope="module")
def world(app) -> World:
    return World(app)


@pytest.fixture(scope="module")
def served_at(world, settings, door):
    server = create_server(world.app, sockets=[door], threads=4, ident=None)
    serving = threading.Thread(target=server.run, daemon=True)
    serving.start()
    yield settings.url
    server.close()
    serving.join(5)


def arriving(page, way: str):
    """`page.goto` or `page.reload`, ending when what stands there works: fingers are never as fast as a program."""
    go = getattr(page, way)

    def arrive(*address, **options):
        answer = go(*address, **options)
        if "wait_until" not in options:  # else the test says for what
            wait_until_begun(page)
        return answer

    return arrive


class Site:
    """The served application, and new browsers on it, signed in or not."""

    def __init__(self, world, url: str, browser):
        self.world, self.url, self.browser = world, url, browser
        self.contexts = []

    def open(self, login: str | None = None, desk: bool = False, lang: str = "zh", **options):
        """A page of a new browser. `.complaints` holds console errors and CSP reports, `.session` the session's row."""
        # A worker answers in the server's place and keeps what others look for: only who asks for it has one.
        options = {"service_workers": "block", **options}
        given = {**(DESK if desk else PHONE), "locale": LOCALES[lang], **options}
        context = self.browser.new_context(base_url=self.url, **given)
        context.set_default_timeout(PATIENCE)
        self.contexts.append(context)
        row = self.sign_in(context, login, phone=not desk, lang=lang) if login else None
        page = self.tab(context, whole=options.get("java_script_enabled", True))
        page.session = row
        return page

    def tab(self, context, whole: bool = True):
        """Another page of the same browser; `whole`: all of its scripts are to come."""
        page = context.new_page()
        page.goto, page.reload = arriving(page, "goto"), arriving(page, "reload")
        page.whole = whole
        page.complaints = []
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("console", lambda line: page.complaints.append(line.text) if line.type == "error" else None)
        return page

    def sign_in(self, context, login: str, phone: bool = True, lang: str = "zh"):
        """Without the form (tests/web/people/test_signing_in.py signs in properly); the session's row. `lang`: the account's from now on."""
        User.update(language=lang).where(User.login == login).execute()
        row, token = sessions.begin_session(self.world.users[login], "Android", phone, "127.0.0.1")
        app = self.world.app
        session = {"_user_id": token, "_fresh": True, "_permanent": True, "lang": lang}
        value = app.session_interface.get_signing_serializer(app).dumps(session)
        context.add_cookies([{"name": app.config["SESSION_COOKIE_NAME"], "value": value, "url": self.url}])
        return row

    def close(self):
        for context in self.contexts:
            context.close()


@pytest.fixture
def way(world, served_at, browser):
    """A site whose server is reached by a way that can be closed (`.way`)."""
    found = Way(served_at)
    site = Site(world, found.url, browser)
    site.way = found
    yield site
    site.close()
    found.close()


@pytest.fixture
def site(world, served_at, browser):
    found = Site(world, served_at, browser)
    yield found
    found.close()
