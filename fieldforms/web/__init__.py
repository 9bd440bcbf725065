"""HTTP only: fetch in scope, call one verb, show. No queries, no rules."""

import json
import logging
import pkgutil
import traceback
from collections.abc import Iterator
from datetime import timedelta
from importlib import import_module
from pathlib import Path

from flask import Blueprint, Flask, current_app, g, request
from flask_compress import Compress
from flask_login import LoginManager
from flask_wtf.csrf import CSRFError, CSRFProtect
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge
from werkzeug.middleware.proxy_fix import ProxyFix

from fieldforms import config, errors
from fieldforms.config import Settings
from fieldforms.forms.kinds import clean_text
from fieldforms.store import database
from fieldforms.web import access, kept_pages, page, static, tidy_addresses

PACKAGE = Path(__file__).parent.parent
MOST_BODY_BYTES = 24 * 1024 * 1024
MOST_FORM_PARTS = 1000

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(self), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

csrf = CSRFProtect()
login = LoginManager()


class Application(Flask):
    """Flask logs the path of a request that failed; ours may be a secret (/s/, /e/, /r/)."""

    def log_exception(self, exc_info) -> None:
        """One JSON line: the rule, and where it happened. No values, so no messages of exceptions either."""
        logger.error(json.dumps(request_facts(500) | {"error": list(trace_of_error(exc_info[1]))}))


def make_application(settings: Settings) -> Flask:
    app = Application("fieldforms", root_path=str(PACKAGE), static_folder=None)
    configure_app(app, settings)
    login.init_app(app)
    app.before_request(database.begin_reading)
    app.before_request(access.refuse_impossible_hosts)
    app.before_request(access.allow_large_body)  # before anything reads the body
    app.before_request(access.refuse_nameless_parts)
    csrf.init_app(app)
    Compress(app)
    page.init_app(app)
    register_blueprints(app)
    app.before_request(access.before_request)
    app.before_request(tidy_addresses.lead_to_tidy_path)
    app.after_request(add_headers)
    app.teardown_appcontext(lambda _error: database.release_connection())
    app.register_error_handler(errors.Problem, page.problem)
    app.register_error_handler(CSRFError, lambda _error: page.problem(errors.Expired()))
    app.register_error_handler(RequestEntityTooLarge, lambda _error: page.problem(errors.TooLarge()))
    app.register_error_handler(HTTPException, page.http_problem)
    for refusal in database.REFUSALS:
        app.register_error_handler(refusal, page.database_problem)
    app.wsgi_app = wrap_wsgi(app, settings)  # type: ignore[method-assign]
    return app


def configure_app(app: Flask, settings: Settings) -> None:
    secure = settings.url.startswith("https://")
    app.config.update(
        SECRET_KEY=config.secret_key(settings),
        SETTINGS=settings,
        MAX_CONTENT_LENGTH=MOST_BODY_BYTES,
        MAX_FORM_PARTS=MOST_FORM_PARTS,
        MAX_FORM_MEMORY_SIZE=4 * 1024 * 1024,
        PERMANENT_SESSION_LIFETIME=timedelta(days=180),  # the session row decides; this only keeps the cookie
        SESSION_COOKIE_NAME="__Host-fieldforms" if secure else "fieldforms",
        SESSION_COOKIE_SECURE=secure,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_REFRESH_EACH_REQUEST=False,
        WTF_CSRF_TIME_LIMIT=None,  # a token lives as long as its session: a two-hour-old page still saves
        WTF_CSRF_SSL_STRICT=False,  # we send no referrer; SameSite and the token protect
        COMPRESS_MIMETYPES=["text/html", "application/json", "text/css", "text/javascript", "image/svg+xml"],
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_BR_LEVEL=6,  # 7 takes a tenth of a millisecond more for 2 % less; 5 is no faster
        TEMPLATES_AUTO_RELOAD=False,
    )
    login.session_protection = None
    login.user_loader(access.load_person)


def wrap_wsgi(app: Flask, settings: Settings):
    """The proxy's headers only where one is declared; static files before Flask."""
    inner = app.wsgi_app
    if settings.proxies:
        inner = ProxyFix(inner, x_for=settings.proxies, x_proto=settings.proxies, x_host=0)
    return static.serve_static(inner, settings.instance)


def register_blueprints(app: Flask) -> None:
    """Of every room's pages."""
    app.url_value_preprocessor(clean_number)
    for blueprint in blueprints():
        app.register_blueprint(blueprint)


def clean_number(_endpoint, values: dict | None) -> None:
    """A NUL in an address is no record's number; PostgreSQL would not even look for it. Numbers are said in any case."""
    if values and "number" in values:
        values["number"] = clean_text(values["number"]).upper()


def blueprints() -> list[Blueprint]:
    """One a page: whatever module of a room has a `blueprint`."""
    found = (import_module(each.name) for each in pkgutil.walk_packages(__path__, f"{__name__}."))
    return [module.blueprint for module in found if hasattr(module, "blueprint")]


def add_headers(response):
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if current_app.config["SESSION_COOKIE_SECURE"]:
        response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    response.headers.setdefault("Cache-Control", "no-store")
    kept_pages.tell_phone_worker(response)
    response.vary.update(("HX-Request", "HX-Request-Type", "Cookie"))
    log_request(response)
    return response


logger = logging.getLogger("fieldforms")


def log_request(response) -> None:
    """One JSON line a request: no values of fields, no tokens, no query strings."""
    if not logger.isEnabledFor(logging.INFO):
        return
    logger.info(json.dumps(request_facts(response.status_code)))


def request_facts(status: int) -> dict:
    rule, person = request.url_rule, g.get("session")
    return {
        "rule": rule.rule if rule else "?",
        "method": request.method,
        "status": status,
        "user": person.user_id if person else None,
    }


def trace_of_error(error: BaseException | None) -> Iterator[str]:
    """The exception and what led to it, each with its places, the innermost last."""
    while error:
        yield type(error).__name__
        for frame in traceback.extract_tb(error.__traceback__):
            yield f"{frame.filename}:{frame.lineno} {frame.name}"
        error = error.__cause__ or error.__context__
