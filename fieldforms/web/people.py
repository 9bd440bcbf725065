from flask import Blueprint

blueprint = Blueprint("people", __name__)


@blueprint.get("/people")
def index():
    return "people"
