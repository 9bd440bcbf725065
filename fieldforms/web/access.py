"""Who is asking: the session row behind the cookie, the actor of a verb, and the fence of client mode."""

import re
import secrets
from collections.abc import Callable
from functools import wraps
from urllib.parse import unquote

from flask import current_app, g, redirect, request, session, url_for
from flask.globals import request_ctx
from flask_login import UserMixin, current_user, login_user, logout_user

from fieldforms import i18n
from fieldforms.errors import ClientMode, NotAllowed, NotFound, Problem, SecondFactorNeeded, SignInNeeded
from fieldforms.flow.people import second_factors, sessions
from fieldforms.flow.people.actors import Actor
from fieldforms.store import clock, database
from fieldforms.store.models import Session
from fieldforms.store.scope import Viewer

# What a handed-over phone may reach: the client's page and the way back. Draft pages are checked against the one draft.
FENCED_IN = {"health.show", "signatures.handover", "signatures.take_back", "home.language", "verify.jwks"}
DRAFT_PAGES = {
    "drafts.show", "drafts.complete", "photos.show", "photos.add", "signatures.done", "signatures.shown_document",
}  # fmt: skip

# What is open to who must set a second factor up before anything else.
SET_UP_PAGES = {
    "health.show", "second_factors.new", "second_factors.set_up", "accounts.sign_out", "home.language", "verify.jwks",
}  # fmt: skip

PHONE_AGENTS = re.compile(r"Mobi|Android|iPhone|HarmonyOS|MicroMessenger", re.IGNORECASE)


class Person(UserMixin):
    """Flask-Login's user: the live session row. Its id in the cookie is the session's token."""

    def __init__(self, row: Session, token: str):
        self.session, self.user, self.token = row, row.user, token
        self.id, self.name, self.role, self.language = (
            row.user_id,
            row.user.name,
            row.user.role,
            row.user.language,
        )

    def get_id(self) -> str:
        return self.token


def load_person(token: str) -> Person | None:
    if g.get("nobody"):
        return None
    row = sessions.live_session(token)
    return Person(row, token) if row and not second_factors.is_code_due(row) else None


def session_of_browser() -> Session | None:
    """The live session behind the cookie, also one that still has to show its second factor: its person is nobody until then."""
    token = session.get("_user_id")
    return sessions.live_session(token) if token else None


def session_awaiting_code() -> Session | None:
    row = session_of_browser()
    return row if row and second_factors.is_code_due(row) else None


def person() -> Person | None:
    who = current_user._get_current_object()  # the proxy looks for it again at each attribute
    return who if who.is_authenticated else None


def person_or_nobody() -> None:
    """For pages that say what went wrong: whoever can't be looked up now is nobody for the rest of this request."""
    try:
        person()
    except (Problem, *database.REFUSALS):
        g.nobody = True


def me() -> Person:
    """The signed-in person of a guarded view. Raises SignInNeeded."""
    who = person()
    if who is None:
        raise SignInNeeded
    return who


def sign_browser_in(row: Session, token: str) -> None:
    """Sign this browser in. The old cookie's content goes, so that nobody can plant a session."""
    keep, known = session.get("lang"), known_browser()
    session.clear()
    session.permanent = True
    session[STAFF] = row.user.name
    session[KNOWN_HERE] = [row.user_id, known.secret if known.user == row.user_id else secrets.token_hex(16)]
    if keep:
        session["lang"] = keep
    login_user(Person(row, token))


KNOWN_HERE = "known"  # [user, secret]: flow/people/sessions.py, KnownBrowser
STAFF = "staff"  # who of the company was signed in here last: a signer's link opened here is sealed as such


def sign_browser_out() -> None:
    who = person()
    name, known = who.name if who else session.get(STAFF), session.get(KNOWN_HERE)
    logout_user()
    session.clear()
    if name:
        session[STAFF], session[KNOWN_HERE], session.permanent = name, known, True


def known_browser() -> sessions.KnownBrowser:
    """Whose this browser was last, if only the first factor was shown in it."""
    return sessions.KnownBrowser(*(session.get(KNOWN_HERE) or (0, "")))


def takes_up_to(most_bytes: int):
    """A view that takes bodies of so many bytes, from people who are signed in; from others as little as any view."""

    def mark(view):
        view.most_body_bytes = most_bytes
        return view

    return mark


def allow_large_body() -> None:
    view = current_app.view_functions.get(request.endpoint or "")
    most = getattr(view, "most_body_bytes", 0)
    if most and not is_read() and person():
        request.max_content_length = most


def refuse_impossible_hosts() -> None:
    """Where a Host header is none, nothing else is looked at: no page could say an address."""
    if request_ctx.url_adapter is None and request.routing_exception:
        raise request.routing_exception


def refuse_nameless_parts() -> None:
    """Every part of a posted body has a name: Flask-WTF, which looks for its token next, relies on it."""
    if None in request.form or None in request.files:
        raise Problem


def before_request():
    """Client mode: the session reaches the one draft it was handed over for, until the PIN returns it. And who must set a
    second factor up first reaches the pages for it."""
    if "\x00" in unquote(request.full_path):
        raise NotFound  # PostgreSQL refuses NUL in any text
    who = person()
    g.session = who.session if who else None
    if g.session and is_set_up_first():
        return lead_to_set_up()
    if g.session is None or not g.session.handed_draft or request.endpoint in FENCED_IN:
        return None
    handed = g.session.handed_draft
    if request.endpoint in DRAFT_PAGES and (request.view_args or {}).get("uuid") == handed:
        return None
    if is_read():
        return redirect(url_for("drafts.show", uuid=handed))
    raise ClientMode


def is_set_up_first() -> bool:
    return request.endpoint not in SET_UP_PAGES and second_factors.is_set_up_due(g.session)


def lead_to_set_up():
    """Raises SecondFactorNeeded of a write."""
    if is_read():
        return redirect(url_for("second_factors.new"))
    raise SecondFactorNeeded


READS = {"GET", "HEAD"}


def is_read() -> bool:
    """Does this request only look? HEAD is GET without the body (RFC 9110 §9.3.2)."""
    return not READS.isdisjoint({request.method})


CONFIRMED_FOR = 10 * clock.MINUTE


def confirm_password(password: str) -> None:
    """The signed-in person's password once more; it counts for a while. Raises WrongPassword, TooManyTries."""
    sessions.confirm_password(me().session, password)
    session["confirmed_at"] = clock.now()


def is_confirmed() -> bool:
    return 0 <= clock.now() - session.get("confirmed_at", 0) < CONFIRMED_FOR


def forget_confirmation() -> None:
    session.pop("confirmed_at", None)


def actor() -> Actor:
    """The actor of this request: the signed-in person, the client in whose hands the phone is, or nobody.

    One for as long as it is the same person: what it has looked up about itself, it need not ask again.
    """
    who = person()
    hands = (who.user.id, who.session.handed_draft) if who else None
    known = g.setdefault("actors", {})
    if hands not in known:
        known[hands] = new_actor(who)
    return known[hands]


def new_actor(who) -> Actor:
    if who is None:
        return Actor(None, "public", **evidence_of_request())
    handed = who.session.handed_draft
    if handed:
        return Actor(
            who.user,
            "handed_over",
            session_id=who.session.id,
            extra={"draft": handed},
            **evidence_of_request(),
        )
    return Actor(who.user, session_id=who.session.id, **evidence_of_request())


def link_actor(draft: str) -> Actor:
    staff = {"browser_of": session[STAFF]} if session.get(STAFF) else {}
    return Actor(None, "link", extra={"draft": draft, **staff}, **evidence_of_request())


def evidence_of_request() -> dict:
    who = person()
    device = who.session.device if who else device_name()
    return {
        "address": request.remote_addr or "",
        "agent": (request.user_agent.string or "")[:300],
        "device": device,
    }


def signed_in(*roles: str, may: Callable[[Viewer], bool] = lambda viewer: True):
    """Only for signed-in people, of these roles when any are named, and of whom `may` says yes."""

    def wrap(view):
        @wraps(view)
        def guarded_view(*args, **kwargs):
            if (me().role not in roles and roles) or not may(actor().viewer):
                raise NotAllowed
            return view(*args, **kwargs)

        return guarded_view

    return wrap


def is_phone() -> bool:
    return bool(PHONE_AGENTS.search(request.user_agent.string or ""))


BROWSER_PROGRAMS = (  # a word of the user agent → its name; the first counts, for most call themselves Chrome and Safari as well
    ("MicroMessenger", "微信"),
    ("DingTalk", "DingTalk"),
    ("HuaweiBrowser", "Huawei Browser"),
    ("MiuiBrowser", "Mi Browser"),
    ("Edg", "Edge"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("Chrome", "Chrome"),
    ("CriOS", "Chrome"),
    ("Safari", "Safari"),
)
OPERATING_SYSTEMS = (
    ("HarmonyOS", "HarmonyOS"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)
PHONE_MODEL = re.compile(r"Android [^;)]*; (?:[a-z]{2}[-_][A-Za-z]{2}; )?([^;)/]{2,40}?)(?: Build|[;)/])")
UNNAMED_MODELS = ("K", "wv", "Mobile")  # what browsers say that do not tell


def device_name() -> str:
    """What the list of one's phones calls this browser: 微信 · Android V2309A."""
    agent = request.user_agent.string or ""
    program, system = first_named(BROWSER_PROGRAMS, agent), first_named(OPERATING_SYSTEMS, agent)
    model = PHONE_MODEL.search(agent)
    if model and model[1] not in UNNAMED_MODELS:
        system = f"{system} {model[1]}"
    return " · ".join(filter(None, (program, system))) or agent[:60] or "?"


def first_named(names: tuple[tuple[str, str], ...], agent: str) -> str:
    return next((name for word, name in names if word in agent), "")


def request_language() -> str:
    """The person's, else (nobody is signed in, or a client holds the phone) what this browser chose, else what it prefers; Chinese
    first."""
    chosen = request.args.get("lang") if is_read() else None
    who = person()
    own = who.language if who and not who.session.handed_draft else None
    chosen = chosen or own or session.get("lang") or (who.language if who else None)
    if chosen in i18n.LANGUAGES:
        return chosen
    return request.accept_languages.best_match(["zh", "zh-CN", "zh-Hans", "en"], "zh")[:2]
