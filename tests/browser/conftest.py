"""A served application and browsers on it: a phone with touch, 360 × 780, and a desk, 1280 × 800."""

import socket
import threading

import pytest
from waitress import create_server

from fieldforms import config
from fieldforms.store import accounts
from tests.people import PHONE_AGENT

PHONE = {
    "viewport": {"width": 360, "height": 780},
    "has_touch": True,
    "is_mobile": True,
    "device_scale_factor": 2,
    "user_agent": PHONE_AGENT,
}
DESK = {"viewport": {"width": 1280, "height": 800}}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def engine():
    """Browsers look at pages, not at databases: one engine will do."""
    return "sqlite"


@pytest.fixture
def settings(database_url, tmp_path):
    return config.use(
        config.read(
            {
                "FIELDFORMS_DATABASE": database_url,
                "FIELDFORMS_INSTANCE": str(tmp_path / "instance"),
                "FIELDFORMS_URL": f"http://127.0.0.1:{free_port()}",
                "FIELDFORMS_SECRET_KEY": "for tests only, for tests only, for tests only",
            }
        )
    )


class Site:
    """The served application, and new browsers on it, signed in or not."""

    def __init__(self, world, settings, browser):
        self.world, self.url, self.browser = world, settings.url, browser
        self.contexts = []

    def open(self, login: str | None = None, desk: bool = False, lang: str = "zh", **options):
        """A page of a new browser; `.site` leads back here, `.complaints` holds console errors and CSP reports."""
        locale = {"zh": "zh-CN", "en": "en-GB"}[lang]
        context = self.browser.new_context(
            base_url=self.url, locale=locale, **({**(DESK if desk else PHONE), **options})
        )
        self.contexts.append(context)
        if login:
            self.sign_in(context, login, phone=not desk, lang=lang)
        page = context.new_page()
        page.complaints = []
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("console", lambda line: page.complaints.append(line.text) if line.type == "error" else None)
        return page

    def sign_in(self, context, login: str, phone: bool = True, lang: str = "zh"):
        row, token = accounts.open_session(self.world.users[login], "Android", phone, "127.0.0.1")
        app = self.world.app
        session = {"_user_id": token, "_fresh": True, "_permanent": True, "lang": lang}
        value = app.session_interface.get_signing_serializer(app).dumps(session)
        context.add_cookies([{"name": app.config["SESSION_COOKIE_NAME"], "value": value, "url": self.url}])
        return row

    def close(self):
        for context in self.contexts:
            context.close()


@pytest.fixture
def site(world, settings, browser):
    port = int(settings.url.rsplit(":", 1)[1])
    server = create_server(world.app, host="127.0.0.1", port=port, threads=4)
    serving = threading.Thread(target=server.run, daemon=True)
    serving.start()
    found = Site(world, settings, browser)
    yield found
    found.close()
    server.close()
    serving.join(5)
