from flask import Blueprint

blueprint = Blueprint("codes", __name__)


@blueprint.get("/codes")
def index():
    return "codes"
