"""Reporting a fault at a device without an account, and the page where the reporter follows it."""

from typing import cast

from flask import Blueprint, flash, redirect, request, url_for
from werkzeug.datastructures import MultiDict

from fieldforms import i18n
from fieldforms.errors import N_, Invalid, NotFound, Problem, TooManyTries
from fieldforms.flow.completing import page_secrets
from fieldforms.flow.faults import fault_reports
from fieldforms.flow.filling import drafts
from fieldforms.flow.people.actors import Actor, may_fill_as
from fieldforms.flow.record import folding
from fieldforms.flow.register import codes
from fieldforms.flow.register.devices import phone_on_site
from fieldforms.forms import questions
from fieldforms.forms.answers import AnswerWorld
from fieldforms.store.register import device_models, devices
from fieldforms.web import bodies, file_responses, page
from fieldforms.web.access import actor, evidence_of_request, person

blueprint = Blueprint("fault_reports", __name__)


@blueprint.get("/d/<code>/report")
def new(code: str):
    device, definition = device_and_form(code)
    if (
        person()
        and devices.get_device(actor().viewer, device.id)
        and may_fill_as(actor(), definition.steps[0].by)
    ):
        return redirect(url_for("drafts.new", key=definition.key, device=devices.code_of(device)))
    return report_form_page(code, device, definition, drafts.new_uuid(), drafts.new_uuid(), {})


def device_and_form(code: str):
    """(device, form) of a label at which anyone may report. Raises NotFound, UnknownCode."""
    scan, definition = codes.scan_code(actor(), code), fault_reports.public_form()
    device = scan.device if scan.state == "bound" else None
    if device is None or definition is None or not fault_reports.takes_reports(device):
        raise NotFound
    return device, definition


@blueprint.post("/d/<code>/report")
def create(code: str):
    device, definition = device_and_form(code)
    uuid, record = (request.form.get(name, "") for name in ("draft", "record"))
    if not drafts.is_uuid(uuid) or not drafts.is_uuid(record):
        raise NotFound
    shown = (code, device, definition, uuid, record)
    try:
        fault_reports.count_report_try(request.remote_addr or "")
    except TooManyTries as slow:
        return report_form_page(*shown, answers_of_report(definition, request.form), slow)
    body, refused = body_with_kept_photos(uuid, definition, device)
    answers = answers_of_report(definition, body) | fault_reports.answers_known_at_device(definition, device)
    if refused:
        return report_form_page(*shown, answers, refused)
    secret, missing = request.form.get("page_secret", "")[:100], bodies.missing_photos_of_values(request.form)
    try:
        entry, token = fault_reports.hand_in(
            stranger(), device, uuid, record, answers, page.lang(), secret, missing
        )
    except Invalid as wrong:
        return report_form_page(*shown, answers, wrong)
    if entry.outcome == folding.MERGED:
        flash(page.say(N_("这台设备已经有人报修，您说的情况已并入 %(number)s。"), number=entry.number))
    return redirect(url_for("fault_reports.show", token=token), 303)


def stranger() -> Actor:
    """Whoever does not serve this client reports like everybody else at the device."""
    return Actor(None, "public", **evidence_of_request())


def answers_of_report(definition, body) -> dict:
    return questions.read_answers(definition, definition.steps[0], body)


def body_with_kept_photos(uuid: str, definition, device) -> tuple[MultiDict, Problem | None]:
    """The body with the posted files kept and named by digest; the refusal of a file that is no photo.

    Scripts send photos one by one beforehand (`add_photo`); without them they come along here.
    """
    body = cast(MultiDict, request.form.copy())
    if not fault_reports.takes_photos(definition, device):
        return body, None
    return body, bodies.add_kept_files(body, lambda _name, content: fault_reports.keep_photo(uuid, content))


@blueprint.post("/d/<code>/report/<uuid>/photos", defaults={"sent": "_"})
@blueprint.post("/d/<code>/report/<uuid>/photos/<sent>")
def add_photo(code: str, uuid: str, sent: str):
    device, definition = device_and_form(code)
    if not fault_reports.takes_photos(definition, device):
        raise NotFound
    fault_reports.count_report_try(request.remote_addr or "")
    with file_responses.posted_photo(sent) as (_sent, body):
        digest = fault_reports.keep_photo(uuid, body)
    return {"digest": digest, "url": url_for("fault_reports.photo", code=code, uuid=uuid, digest=digest)}, 201


@blueprint.get("/d/<code>/report/<uuid>/photos/<digest>")
def photo(code: str, uuid: str, digest: str):
    """A photo of a report being filled, for the one who fills it: the report's uuid is their secret."""
    device_and_form(code)
    return file_responses.jpeg_response(fault_reports.photo_of_report(uuid, digest))


def report_form_page(
    code: str, device, definition, uuid: str, record: str, answers: dict, refused: Problem | None = None
):
    """The first step as a stranger fills it, with what is wrong named on top and beside."""
    step = definition.steps[0]
    asked = questions.form_class_of_step(definition, step)(data=answers)
    wrong: dict[str, list[str]] = {}
    for item in refused.problems if isinstance(refused, Invalid) else ():
        wrong.setdefault(item.field.name, []).append(page.say(item.sentence, **item.values))
    questions.mark_mistakes(asked, wrong)
    errors = [(f"f-{name}", sentences[0]) for name, sentences in wrong.items()]
    if refused and not errors:
        errors = [("", page.say(refused.sentence, **refused.values))]
    phone, on_site = phone_on_site(device.client_id)
    photos_at = url_for("fault_reports.add_photo", code=code, uuid=uuid)
    world = AnswerWorld(definition, answers)
    response = page.show(
        "faults/fault_reports/new.html",
        refused.status if refused else 200,
        code=code,
        device=device,
        definition=definition,
        sections=fault_reports.sections_for_stranger(definition, device),
        form=asked,
        draft=uuid,
        record=record,
        page_secret=request.form.get("page_secret") or page_secrets.new_secret(),
        try_first=lines_to_try_first(device),
        phone=phone,
        on_site=on_site,
        photo_upload_url=photos_at,
        photo_url=lambda digest: f"{photos_at}/{digest}",
        irrelevant={name for name in definition.fields if not world.asks(name)},
        errors=errors,
        has_errors=bool(errors),
    )
    if isinstance(refused, TooManyTries):
        response.headers["Retry-After"] = str(60 * int(refused.values["minutes"]))
    return response


def lines_to_try_first(device) -> list[str]:
    """What anybody at the device may try before they report, where its model says so."""
    model = device_models.get_model(device.of_model_id) if device.of_model_id else None
    return model.try_first if model else []


@blueprint.get("/r/<token>")
def show(token: str):
    """What became of a report: number, the device that was scanned, steps with their times. No answers."""
    seen = fault_reports.record_by_token(token, request.remote_addr or "")
    phone, on_site = phone_on_site(seen.row.client_id)
    return page.show(
        "faults/fault_reports/show.html",
        row=seen.row,
        device=fault_reports.device_of_token(token),
        story=fault_reports.moments_of_report(seen),
        outlook=[sentence_in_words(*sentence) for sentence in fault_reports.what_comes_next(seen)],
        phone=phone,
        on_site=on_site,
    )


def sentence_in_words(sentence: str, values: dict[str, str]) -> str:
    """A sentence of the outlook; days in words."""
    days = {"date": i18n.format_date(values["date"], page.lang())} if "date" in values else {}
    return page.say(sentence, **{**values, **days})
