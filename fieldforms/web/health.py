"""GET /healthz: 200 while the database can be written."""

from flask import Blueprint

from fieldforms.store import upkeep

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
def show():
    upkeep.check_writable()
    return {"status": "ok"}
