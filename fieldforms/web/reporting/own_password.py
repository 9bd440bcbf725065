"""Everything at once leaves the house only after the person's own password, asked on a page of its own."""

from flask import redirect, request

from fieldforms.errors import TooManyTries, WrongPassword
from fieldforms.web import access, inputs

TEMPLATE_OF_PASSWORD = "reporting/exports/confirm.html"


def password_page():
    return inputs.input_page(TEMPLATE_OF_PASSWORD)


def confirmed_page():
    """Back to the file that was asked for, once the posted password is the person's own."""
    wrong = inputs.sentences_of_missing("own_password")
    if wrong:
        return inputs.input_page(TEMPLATE_OF_PASSWORD, wrong)
    try:
        access.confirm_password(request.form["own_password"])
    except (WrongPassword, TooManyTries) as problem:
        return inputs.own_password_refused(TEMPLATE_OF_PASSWORD, problem)
    return redirect(request.full_path.rstrip("?"), 303)
