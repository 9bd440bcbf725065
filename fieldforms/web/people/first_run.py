"""The page of an empty installation: who has the code that the server printed becomes its first administrator."""

from flask import Blueprint, redirect, request, url_for

from fieldforms.errors import NotFound, TooManyTries, WeakSecret, WrongFirstCode
from fieldforms.flow.people import first_run, sessions
from fieldforms.web import inputs
from fieldforms.web.people.signing_in import next_page, sign_in_anew, this_browser

blueprint = Blueprint("first_run", __name__)
FORM_OF_FIRST = "people/first_run/show.html"


@blueprint.get("/first-run")
def show():
    if not first_run.is_first_run():
        raise NotFound
    return inputs.input_page(FORM_OF_FIRST, login="", name="")


@blueprint.post("/first-run")
def create():
    if not first_run.is_first_run():
        raise NotFound
    typed = {name: inputs.text_input(name) for name in ("login", "name")}
    if wrong := inputs.sentences_of_missing("first_code", "name", "login", "password", **typed):
        return inputs.input_page(FORM_OF_FIRST, wrong, **typed)
    password, browser = request.form["password"], this_browser()
    try:
        first_run.make_first_admin(
            request.form["first_code"], **typed, password=password, address=browser[-1]
        )
    except (WrongFirstCode, TooManyTries) as problem:
        return inputs.refused_page(FORM_OF_FIRST, "first_code", problem, **typed)
    except WeakSecret as problem:
        return inputs.refused_page(FORM_OF_FIRST, "password", problem, **typed)
    row, token = sessions.sign_in(typed["login"], password, *browser)
    sign_in_anew(row, token)
    return redirect(next_page(row, url_for("home.show")), 303)
