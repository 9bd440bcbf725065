"""What the phone in somebody's hand keeps for them: its key."""

from base64 import b64encode

from flask import Blueprint, jsonify, url_for
from flask_wtf.csrf import generate_csrf

from fieldforms import config
from fieldforms.errors import N_
from fieldforms.flow.filling import kept_rooms
from fieldforms.flow.people.phone_keys import key_of_person
from fieldforms.web import access, page, static
from fieldforms.web.access import me, signed_in

blueprint = Blueprint("phones", __name__)


@blueprint.get("/phone/key")
@signed_in()
def key():
    """To this person's copies in this browser (static/js/phone_store.js), and what a worker's posts carry."""
    who = me()
    return {
        "owner": str(who.id),
        "key": b64encode(key_of_person(who.user)).decode(),
        "csrf": generate_csrf(),
    }


@blueprint.get("/phone")
def show():
    """What lies on this phone: only the browser knows. Without a network the worker shows it, made for nobody."""
    keeps = access.person() is not None and kept_rooms.keeps_rooms(access.actor().viewer)
    return page.installable(page.show("people/phones/show.html", styles=("phone.css",), keeps_rooms=keeps))


ICONS = {"icon-192.png": "192x192", "icon-512.png": "512x512"}
SCAN = "#scan"  # the first page's button is pressed (static/js/scan_into.js)


@blueprint.get("/manifest.webmanifest")
def manifest():
    """What this is called and looks like on a home screen (W3C, Web Application Manifest)."""
    home = url_for("home.show")
    icons = [
        {"src": static.address(name), "sizes": size, "type": "image/png"} for name, size in ICONS.items()
    ]
    response = jsonify(
        id=home, start_url=home, scope=home, display="standalone", lang={"zh": "zh-Hans"}.get(page.lang(), page.lang()),
        name=f"{page.say(N_('单据'))} · {config.current.company_name(page.lang())}", short_name=page.say(N_("单据")),
        theme_color="#fffefb", background_color="#f7f5ef", icons=icons,
        shortcuts=[{"name": page.say(N_("扫码")), "url": home + SCAN}, {"name": page.say(N_("我的任务")), "url": home}],
    )  # fmt: skip
    response.mimetype = "application/manifest+json"
    return response
