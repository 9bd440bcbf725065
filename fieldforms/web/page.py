"""Showing: templates with the reader's language, whole or one block for htmx, and every refusal as a page."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from itertools import groupby
from operator import itemgetter
from urllib.parse import urlsplit

from flask import Flask, current_app, g, make_response, render_template, request, session, url_for
from markupsafe import Markup
from werkzeug.exceptions import HTTPException

from fieldforms import config, errors, i18n, network
from fieldforms.flow.documents.document_columns import DOCUMENT_KINDS
from fieldforms.flow.people import second_factors
from fieldforms.flow.sheets import words_of_records
from fieldforms.forms.kinds import KINDS
from fieldforms.paper import strokes
from fieldforms.store import database
from fieldforms.web import access, request_log, static
from fieldforms.web.question_markup import kept_markup
from fieldforms.web.security_headers import POLICY_OF_PAGES


def init_app(app: Flask) -> None:
    environment = app.jinja_env
    environment.trim_blocks = environment.lstrip_blocks = True
    environment.add_extension("jinja2.ext.i18n")
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        lambda message: i18n.gettext(message, lang()),
        lambda one, many, n: i18n.catalogue(lang()).ngettext(one, many, n),
        newstyle=True,
    )
    environment.filters |= {
        "t": lambda text: i18n.pick(text, lang()),
        "date": lambda value: i18n.format_date(value, lang(), tz()) if value else "",
        "day": lambda value: i18n.format_day(value, lang(), tz()) if value else "",
        "time": lambda value: i18n.format_time(value, lang(), tz()) if value else "",
        "moment": lambda value: i18n.format_moment(value, lang(), tz()) if value else "",
        "clock": lambda value: f"{i18n.local(value, tz()):%H:%M}" if value else "",
        "phone": i18n.format_phone,
        "dial": i18n.dial_phone,
        "listed": lambda words: i18n.join_words(words, lang()),
        "about": words_of_records.subject_of_row,
    }
    environment.globals |= {
        "static": static.address,
        "kept": kept_markup,
        "ink": lambda ink: strokes.draw_into_box(ink, 600, 260),
        "KINDS": KINDS,
        "DOCUMENT_KINDS": DOCUMENT_KINDS,
        "LANGUAGES": i18n.LANGUAGE_NAMES,
    }
    app.context_processor(context)


def context() -> dict:
    return {
        "lang": lang(),
        "zone": tz(),
        "person": access.person(),
        "nav": navigation,
        "owner": owner_of_photos(),
        "company": config.current.company_name(lang()),
        "logo_digest": config.current.logo_digest,
        "service_phone": config.current.service_phone,
        "finished": session.pop("finished", ""),
        "handed_in": session.pop("handed_in", ""),
        "path": request.full_path.rstrip("?"),
    }


def owner_of_photos() -> str | None:
    """Whose photos the browser may send and show while this page is open (static/js/waiting.js): "" nobody's who is signed
    in, None while the phone is in a client's hands."""
    who = access.person()
    if who is None:
        return ""
    return None if who.session.handed_draft else str(who.user.id)


def installable(response):
    """A page that names the manifest: no other needs to read one."""
    response.headers["Content-Security-Policy"] = f"{POLICY_OF_PAGES}; manifest-src 'self'"
    return response


def any_of(*labels: str) -> str:
    """名称、型号或标签编码: labels as one line, in the reader's language."""
    said = [i18n.gettext(label, lang()) for label in labels]
    small = (word if word[1:2].isupper() else word[:1].lower() + word[1:] for word in said[1:])  # IP stays IP
    return i18n.any_of([said[0], *small], lang())


SEES_RECORDS = ("technician", "dispatcher", "supervisor", "manager", "admin")
READS_LISTS = (*SEES_RECORDS, "hr")
REGISTER_GROUP, OFFICE_GROUP = errors.N_("客户、设备"), errors.N_("管理")
NAVIGATION: list[
    tuple[str, str, str, tuple[str, ...]]
] = [  # group ("": the bar itself), label, endpoint, roles
    ("", errors.N_("我的任务"), "home.show", ()),  # roles: none is everybody
    ("", errors.N_("故障"), "board.show", ("dispatcher", "supervisor", "manager", "admin")),
    ("", errors.N_("单据"), "records.index", READS_LISTS),
    ("", errors.N_("巡检"), "plans.index", SEES_RECORDS),
    (REGISTER_GROUP, errors.N_("客户档案"), "clients.index", SEES_RECORDS),
    (REGISTER_GROUP, errors.N_("设备"), "devices.index", SEES_RECORDS),
    (REGISTER_GROUP, errors.N_("资料库"), "documents.index", SEES_RECORDS),
    (REGISTER_GROUP, errors.N_("备件"), "parts.index", SEES_RECORDS),
    (REGISTER_GROUP, errors.N_("标签"), "codes.index", ("technician", "dispatcher", "supervisor", "admin")),
    ("", errors.N_("统计"), "statistics.show", ("supervisor",)),
    ("", errors.N_("我的满意度"), "statistics.mine", ("technician",)),
    (OFFICE_GROUP, errors.N_("人员"), "people.index", ("dispatcher", "supervisor", "admin")),
    (OFFICE_GROUP, errors.N_("表单"), "forms.index", ("supervisor", "admin")),
    (OFFICE_GROUP, errors.N_("后台任务"), "jobs.index", ("admin",)),
    (OFFICE_GROUP, errors.N_("通知方式"), "notice_ways.index", ("admin",)),
    (OFFICE_GROUP, errors.N_("系统备份"), "archives.index", ("admin",)),
]  # one's own account stands in the menu that carries one's name (layout.html)
FEW_LINKS = 1  # so many need no group


def navigation() -> list[tuple[str, list[tuple]]]:
    """(heading, links) one after the other, "" heads what stands in the bar itself. A link is (label, url, is this page, where
    its number comes from).

    How much waits for somebody takes many questions to the database: the number comes after the page.
    """
    who = access.person()
    if who is None or who.session.handed_draft or second_factors.is_set_up_due(who.session):
        return []
    return [
        (
            heading,
            [(label, url, request.endpoint == endpoint, counted) for label, url, endpoint, counted in links],
        )
        for heading, links in places_of_role(who.role, lang(), request.script_root)
    ]


@cache
def places_of_role(
    role: str, language: str, _under: str
) -> list[tuple[str, list[tuple[str, str, str, str]]]]:
    """(heading, [(label, url, endpoint, address of its number)]); `_under`: where the application stands, which addresses begin
    with."""
    open_to_role = [place for place in NAVIGATION if not place[-1] or role in place[-1]]
    found = []
    for group, places in groupby(open_to_role, key=itemgetter(0)):
        links = [
            (i18n.gettext(label, language), url_for(endpoint), endpoint, count_at_link(endpoint))
            for _group, label, endpoint, _roles in places
        ]
        found.append((i18n.gettext(group, language) if group and len(links) > FEW_LINKS else "", links))
    return found


def count_at_link(endpoint: str) -> str:
    return url_for("inbox.count") if endpoint == "home.show" else ""


def public_origin() -> str:
    """The address printed in codes and links: the setting, else the one this request came to.

    A Host header is what somebody wrote into it: only this machine's own names and addresses are believed, for any
    other the address is the one that was printed at start. So it is for who asks from this very machine where others
    may ask, too: no phone finds anything at 127.0.0.1.
    """
    return config.current.url or asked_origin() or network.lan_origin(config.current.host, listening_port())


def label_origin() -> str:
    """The address printed on labels, which are stuck on for years: where a phone may find it, else "". Without the setting
    only the demonstration has one.
    """
    found = public_origin()
    lasts = bool(config.current.url) or config.current.demo
    return found if lasts and not network.is_loopback(urlsplit(found).hostname or "") else ""


def asked_origin() -> str:
    """scheme://host[:port] of this request when it names this machine, else ""."""
    asked = f"{request.scheme}://{request.host}"
    if not config.is_origin(asked):
        return ""
    parts = urlsplit(asked)
    usual = 443 if request.scheme == "https" else 80
    host = parts.hostname or ""
    ours = (parts.port or usual) == listening_port() and network.is_ours(host)
    if network.is_loopback(host) and config.current.host in network.EVERY_INTERFACE:
        return ""
    return asked if ours else ""


def listening_port() -> int:
    """The port this request's server is bound to; PORT may be 0, any free one."""
    return int(request.environ["SERVER_PORT"])


def lang() -> str:
    try:
        return g.lang
    except AttributeError:
        g.lang = access.request_language()
        return g.lang


def tz() -> str:
    return config.current.tz


def say(message: str, **values) -> str:
    """A sentence in the reader's language, with all that fills it."""
    return i18n.sentence(message, lang(), **values)


CONTENT_BLOCK = "content"  # the block that is all of a page but its frame


def show(template: str, status: int = 200, /, **values):
    """A whole page; for an htmx partial request just its `content` block. `styles`: what it needs beside its room's."""
    values.setdefault("own_address", "" if access.is_read() else page_again())
    if is_partial():
        return render_block(template, CONTENT_BLOCK, status, **values)
    values["styles"] = styles_of(template) + values.get("styles", ())
    return make_response(render_template(template, **values), status)


@cache
def styles_of(template: str) -> tuple[str, ...]:
    """The style sheets of the template's room; none of what belongs to no room."""
    room, inside, _name = template.partition("/")
    found = find_spec(f"fieldforms.web.{room}") if inside else None
    return getattr(import_module(found.name), "STYLES", ()) if found else ()


def render_block(template: str, block: str, status: int = 200, /, **values):
    """One block of a template, the same markup that the full page shows."""
    found = current_app.jinja_env.get_template(template)
    current_app.update_template_context(values)
    given = found.new_context(values)
    if block == CONTENT_BLOCK:
        next(
            found.root_render_func(given), None
        )  # up to its first word: what a page sets outside of its blocks
    rendered = "".join(found.blocks[block](given))
    return make_response(Markup(rendered), status)


def is_partial() -> bool:
    return request.headers.get("HX-Request-Type") == "partial"


def problem(error: errors.Problem):
    """A refusal: a fragment for htmx, else a page that says what to do."""
    request_log.note_refusal(error)
    access.person_or_nobody()
    sentence = say(error.sentence, **error.values)
    if isinstance(error, errors.SignInNeeded | errors.Expired) and (back := where_they_are()):
        session["after_sign_in"] = back
    if is_partial() or request.headers.get("HX-Request"):
        response = make_response(
            render_template("problems/fragment.html", error=error, sentence=sentence), error.status
        )
    else:
        response = make_response(
            render_template("problems/page.html", error=error, sentence=sentence, again=page_again()),
            error.status,
        )
    if error.status in (429, 503):
        response.headers["Retry-After"] = (
            str(60 * error.values.get("minutes", 1)) if error.status == 429 else "5"
        )
    return response


def page_again() -> str:
    """The page this request was posted from, to be opened anew: its own address, else the one above it.

    A refused form goes by it (focus.js), so that Back and a reload send nothing a second time.
    """
    routes = current_app.url_map.bind("localhost")
    for path in (request.path, request.path.rsplit("/", 1)[0]):
        try:
            routes.match(path, "GET")
            return request.full_path.rstrip("?") if path == request.path else path
        except HTTPException:
            continue
    return ""


def where_they_are() -> str:
    """The page to come back to after signing in: the one asked for, or the one that htmx asked from."""
    if access.is_read() and not is_partial():
        return request.full_path.rstrip("?")
    try:
        url = urlsplit(request.headers.get("HX-Current-URL", "")[:500])
    except ValueError:
        return ""
    return f"{url.path}?{url.query}" if url.query else url.path


def http_problem(error: HTTPException):
    """Werkzeug's own refusals, in our words."""
    if error.code is not None and 300 <= error.code < 400:
        return error.get_response()
    refused = {404: errors.NotFound, 413: errors.TooLarge}.get(error.code or 500, errors.Problem)()
    refused.status = error.code or 500
    response = problem(refused)
    return response


def database_problem(error):
    """What the database refused outside a write transaction."""
    try:
        with database.translating_refusals():
            raise error
    except errors.Problem as refused:
        return problem(refused)
