"""What a passer-by at an open desk must not do asks for the person's own password; it counts for ten minutes.

A list leaves the house only after it, whatever filters narrow it: a filter that leaves nothing out is as good as none, and
nobody can see from an address how much it leaves out. Who may see what, and from which phone, changes only after it, too.
"""

from functools import wraps

from flask import redirect, request

from fieldforms.errors import TooManyTries, WrongPassword
from fieldforms.web import access, inputs, page

TEMPLATE_OF_PASSWORD = "own_password.html"


def confirmed_first(view):
    """A view that gives a file, only once the person's password was given within the last minutes."""

    @wraps(view)
    def guarded_view(*args, **values):
        return view(*args, **values) if access.is_confirmed() else password_page()

    return guarded_view


def password_page(wrong: dict[str, str] | None = None):
    return inputs.input_page(TEMPLATE_OF_PASSWORD, wrong or {}, back=page_of_file())


def page_of_file() -> str:
    """The page that lists what the file at this address holds: /parts.xlsx is of /parts, /clients/3/file.zip of /clients/3."""
    path = request.path.rpartition(".")[0].removesuffix("/file")
    query = request.query_string.decode()
    return f"{path}?{query}" if query else path


def confirmed_page():
    """Back to the file that was asked for, once the posted password is the person's own."""
    wrong = inputs.sentences_of_missing("own_password")
    if wrong:
        return password_page(wrong)
    try:
        access.confirm_password(request.form["own_password"])
    except (WrongPassword, TooManyTries) as problem:
        return inputs.own_password_refused(TEMPLATE_OF_PASSWORD, problem, back=page_of_file())
    return redirect(request.full_path.rstrip("?"), 303)


def page_until_confirmed(back: str):
    """Of a write: a page that asks for the password and carries along what was posted; None once it was given.

    `back`: where who thinks better of it goes.
    """
    if access.is_confirmed():
        return None
    carried = [
        pair for pair in request.form.items(multi=True) if pair[0] not in ("csrf_token", "own_password")
    ]
    values = {"back": back, "carried": carried}
    if "own_password" not in request.form:
        return page.show(TEMPLATE_OF_PASSWORD, 422, **values)
    if wrong := inputs.sentences_of_missing("own_password"):
        return inputs.input_page(TEMPLATE_OF_PASSWORD, wrong, **values)
    try:
        access.confirm_password(request.form["own_password"])
    except (WrongPassword, TooManyTries) as problem:
        return inputs.own_password_refused(TEMPLATE_OF_PASSWORD, problem, **values)
    return None
