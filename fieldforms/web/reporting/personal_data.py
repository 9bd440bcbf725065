"""What is known of one person, as a file for them; and a client's contact forgotten, in the sheets, too."""

import json

from flask import Blueprint, flash, make_response, redirect, request, url_for

from fieldforms.errors import N_, Problem, ReasonNeeded, ReasonTooLong
from fieldforms.flow.people.accounts import user_by_id
from fieldforms.flow.reporting import personal_data
from fieldforms.web import access, inputs, own_password, page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.addresses import CONTACT_RULE
from fieldforms.web.file_responses import name_file
from fieldforms.web.sheets.record_pages import text_of_lines

blueprint = Blueprint("personal_data", __name__)
DATA_OF_CONTACT_RULE = f"{CONTACT_RULE}/data"
DATA_OF_PERSON_RULE = f"/people/<int(max={inputs.MOST_ID}):id>.json"

ERASED_EVERYWHERE = N_("%(name)s 已从档案和 %(n)s 张单据中删除。")
SOME_OUT_OF_SIGHT = N_(
    "已从 %(n)s 张单据中删除。还有 %(hidden)s 张您无权查看，所以 %(name)s 还在档案里：请有涉密权限的管理员再做一次。"
)


@blueprint.get(DATA_OF_CONTACT_RULE)
@signed_in(*personal_data.EXPORTS_PERSONS)
def show(contact_id: int):
    return page_of_contact_data(contact_id)


def page_of_contact_data(contact_id: int, refused: Problem | None = None):
    contact = personal_data.contact_to_export(actor(), contact_id)
    wrong = {"reason": page.say(refused.sentence, **refused.values)} if refused else {}
    return inputs.input_page(
        "reporting/personal_data/show.html", wrong, contact=contact, reason=request.form.get("reason", "")
    )


@blueprint.get(f"{DATA_OF_CONTACT_RULE}.json")
@signed_in(*personal_data.EXPORTS_PERSONS)
def download(contact_id: int):
    contact = personal_data.contact_to_export(actor(), contact_id)
    if not access.is_confirmed():
        return own_password.password_page()
    return json_file(personal_data.data_of_contact(actor(), contact_id, page.lang()), contact.name)


def json_file(said: dict, name: str):
    response = make_response(json.dumps(said, ensure_ascii=False, indent=1))
    response.headers["Content-Type"] = "application/json; charset=utf-8"
    return name_file(response, "json", name)


@blueprint.post(f"{DATA_OF_CONTACT_RULE}.json")
@signed_in(*personal_data.EXPORTS_PERSONS)
def confirm(contact_id: int):
    """Back to the file that was asked for."""
    personal_data.contact_to_export(actor(), contact_id)
    return own_password.confirmed_page()


@blueprint.post(f"{CONTACT_RULE}/erasure")
@signed_in(*personal_data.EXPORTS_PERSONS)
def erase(contact_id: int):
    contact = personal_data.contact_to_export(actor(), contact_id)
    if asking := own_password.page_until_confirmed(url_for("personal_data.show", contact_id=contact_id)):
        return asking
    try:
        named = personal_data.erase_contact(actor(), contact_id, text_of_lines("reason"))
    except (ReasonNeeded, ReasonTooLong) as refused:
        return page_of_contact_data(contact_id, refused)
    values = {"name": contact.name, "n": len(named.found), "hidden": named.hidden}
    flash(
        page.say(SOME_OUT_OF_SIGHT if named.hidden else ERASED_EVERYWHERE, **values),
        "warning" if named.hidden else "success",
    )
    return redirect(url_for("clients.show", client_id=contact.client_id, _anchor="contacts"), 303)


@blueprint.get(DATA_OF_PERSON_RULE)
@signed_in(*personal_data.EXPORTS_PERSONS)
def of_person(id: int):
    user = user_by_id(id)
    if not access.is_confirmed():
        return own_password.password_page()
    return json_file(personal_data.data_of_person(actor(), id), user.name)


@blueprint.post(DATA_OF_PERSON_RULE)
@signed_in(*personal_data.EXPORTS_PERSONS)
def confirm_person(id: int):
    user_by_id(id)
    return own_password.confirmed_page()
