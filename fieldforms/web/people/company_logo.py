"""The company's own logo, where it has one. Its address changes with it, so that browsers keep it for a year."""

from flask import Blueprint, make_response

from fieldforms import config
from fieldforms.errors import NotFound
from fieldforms.web.static import YEAR_SECONDS

blueprint = Blueprint("company_logo", __name__)


@blueprint.get("/logo/<digest>.png")
def show(digest: str):
    if digest != config.current.logo_digest():
        raise NotFound
    response = make_response(config.current.logo)
    response.headers["Content-Type"] = "image/png"
    response.headers["Cache-Control"] = f"max-age={YEAR_SECONDS}, immutable"
    return response
