"""What the phone in somebody's hand keeps for them: its key."""

from base64 import b64encode

from flask import Blueprint
from flask_wtf.csrf import generate_csrf

from fieldforms.flow.people.phone_keys import key_of_person
from fieldforms.web import page
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
    return page.show("people/phones/show.html", styles=("phone.css",))
