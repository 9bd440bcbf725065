from flask import Blueprint

blueprint = Blueprint("records", __name__)


@blueprint.get("/records")
def index():
    return "records"
