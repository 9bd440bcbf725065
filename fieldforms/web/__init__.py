"""HTTP only: fetch in scope, call one verb, show. No queries, no rules."""

import logging
import pkgutil
from datetime import timedelta
from importlib import import_module
from pathlib import Path

from flask import Blueprint, Flask
from flask_compress import Compress
from flask_login import LoginManager
from flask_wtf.csrf import CSRFError, CSRFProtect
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge
from werkzeug.middleware.proxy_fix import ProxyFix

from fieldforms import config, errors, log_lines
from fieldforms.config import Settings
from fieldforms.forms.kinds import clean_text
from fieldforms.store import database
from fieldforms.web import access, kept_pages, page, request_log, static, tidy_addresses
from fieldforms.web.security_headers import HEADERS_OF_FILES, SecurityHeaders

PACKAGE = Path(__file__).parent.parent
MOST_BODY_BYTES = 24 * 1024 * 1024
MOST_FORM_PARTS = 1000

csrf = CSRFProtect()
login = LoginManager()


class Application(Flask):
    """Flask logs the path of a request that failed; ours may be a secret (/s/, /e/, /r/)."""

    def log_exception(self, exc_info) -> None:
        """One JSON line: the rule, and where it happened. No values, so no messages of exceptions either."""
        error = list(log_lines.places_of_error(exc_info[1]))
        log_lines.tell_event(logging.ERROR, "exception", **request_log.request_facts(500), error=error)


def make_application(settings: Settings) -> Flask:
    app = Application("fieldforms", root_path=str(PACKAGE), static_folder=None)
    configure_app(app, settings)
    login.init_app(app)
    app.before_request(request_log.begin_request)
    app.after_request(request_log.log_answer)
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
        HEADERS_OF_REFUSALS=HEADERS_OF_FILES | {"Cache-Control": "no-store"},  # by the server itself
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
    """The proxy's headers only where one is declared; static files before Flask; what every answer says around it all."""
    inner = app.wsgi_app
    if settings.proxies:
        inner = ProxyFix(inner, x_for=settings.proxies, x_proto=settings.proxies, x_host=0)
    served = static.serve_static(inner, settings.instance)
    return SecurityHeaders(served, https=settings.url.startswith("https://"))


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
    response.headers.setdefault("Cache-Control", "no-store")
    kept_pages.tell_phone_worker(response)
    response.vary.update(("HX-Request", "HX-Request-Type", "Cookie"))
    return response
