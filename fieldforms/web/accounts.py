from flask import Blueprint

blueprint = Blueprint("accounts", __name__)


@blueprint.get("/account")
def show():
    return "accounts"


@blueprint.get("/sign-in")
def sign_in():
    return "sign in"
