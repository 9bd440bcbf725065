"""HTTP only: fetch in scope, call one verb, show. No queries, no rules."""

import json
import logging
import sys
from datetime import timedelta
from pathlib import Path

from flask import Flask, g, request
from flask_compress import Compress
from flask_login import LoginManager
from flask_wtf.csrf import CSRFError, CSRFProtect
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge
from werkzeug.middleware.proxy_fix import ProxyFix

from fieldforms import config, errors
from fieldforms.config import Settings
from fieldforms.store import database
from fieldforms.web import access, page, static

PACKAGE = Path(__file__).parent.parent
MOST_BYTES = 24 * 1024 * 1024
MOST_PARTS = 1000

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; "
    "font-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
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


def application(settings: Settings) -> Flask:
    app = Flask("fieldforms", root_path=str(PACKAGE), static_folder=None)
    configure(app, settings)
    login.init_app(app)
    csrf.init_app(app)
    Compress(app)
    page.init_app(app)
    register(app)
    app.before_request(access.before_request)
    app.after_request(secured)
    app.teardown_appcontext(lambda _error: database.release())
    app.register_error_handler(errors.Problem, page.problem)
    app.register_error_handler(CSRFError, lambda _error: page.problem(errors.Expired()))
    app.register_error_handler(RequestEntityTooLarge, lambda _error: page.problem(errors.TooLarge()))
    app.register_error_handler(HTTPException, page.http_problem)
    app.register_error_handler(database.Refusal, page.database_problem)
    app.wsgi_app = middleware(app, settings)
    return app


def configure(app: Flask, settings: Settings) -> None:
    secure = settings.url.startswith("https://")
    app.config.update(
        SECRET_KEY=config.secret_key(settings),
        SETTINGS=settings,
        MAX_CONTENT_LENGTH=MOST_BYTES,
        MAX_FORM_PARTS=MOST_PARTS,
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
        TEMPLATES_AUTO_RELOAD=False,
    )
    login.session_protection = None
    login.user_loader(access.load)


def middleware(app: Flask, settings: Settings):
    """The proxy's headers only where one is declared; static files before Flask."""
    inner = app.wsgi_app
    if settings.proxies:
        inner = ProxyFix(inner, x_for=settings.proxies, x_proto=settings.proxies, x_host=0)
    return static.served(inner, settings.instance)


def register(app: Flask) -> None:
    """One blueprint a noun."""
    from fieldforms.web import nouns

    for blueprint in nouns():
        app.register_blueprint(blueprint)


def nouns():
    from fieldforms.web import (
        accounts,
        codes,
        devices,
        drafts,
        health,
        home,
        people,
        records,
        reports,
        signatures,
        statistics,
        verify,
    )

    modules = (health, home, accounts, people, devices, codes, reports, drafts, signatures, records, verify, statistics)
    return [module.blueprint for module in modules]


def secured(response):
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers.setdefault("Cache-Control", "no-store")
    response.vary.update(("HX-Request", "HX-Request-Type", "Cookie"))
    log(response)
    return response


logger = logging.getLogger("fieldforms")


def log(response) -> None:
    """One JSON line a request: no values of fields, no tokens, no query strings."""
    if not logger.isEnabledFor(logging.INFO):
        return
    rule = request.url_rule.rule if request.url_rule else "?"
    person = g.get("session")
    line = {"rule": rule, "method": request.method, "status": response.status_code}
    line["user"] = person.user_id if person else None
    logger.info(json.dumps(line))


def log_to_stderr() -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
