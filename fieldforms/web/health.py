"""GET /healthz: 200 while the database can be written."""

from flask import Blueprint

from fieldforms.store import database

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
def show():
    database.check_writable()
    return {"status": "ok"}
