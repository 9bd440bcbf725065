from flask import Blueprint

blueprint = Blueprint("devices", __name__)


@blueprint.get("/devices")
def index():
    return "devices"
