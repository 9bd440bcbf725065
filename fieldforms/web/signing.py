"""The signer's page, the same for a phone handed over and for a link: show it, and take the signature."""

import json

from flask import request

from fieldforms.errors import (
    Invalid,
    ReasonNeeded,
    SheetChanged,
    SignatureNeeded,
    SignerNeeded,
)
from fieldforms.flow import sheets
from fieldforms.flow.drafts import Working
from fieldforms.forms import answers as rules
from fieldforms.forms import conditions
from fieldforms.forms.questions import questions
from fieldforms.store import records, scope
from fieldforms.web import bodies, page

# Which input a refusal belongs to.
ANCHORS = {SignerNeeded: "f-signer", SignatureNeeded: "signature", ReasonNeeded: "f-reason"}


def show(found: Working, action: str, status: int = 200, errors=(), wrong=None, **values):
    """The client's page: what was done in plain words, the questions, name and signature."""
    answers = values.pop("answers", None) or found.draft.answers
    form = questions(found.definition, found.step)(data=answers)
    for name, said in (wrong or {}).items():
        form[name].errors = said
    world = rules.World(found.definition, {**found.earlier, **answers})
    seen = records.by_uuid(scope.CLIENT, found.draft.record)
    sections = found.definition.sections_of(found.step)
    return page.show(
        "signatures/show.html",
        status,
        found=found,
        action=action,
        form=form,
        sections=sections,
        words=sheets.plain_words(seen, page.lang()),
        sheet=sheets.sheet(seen, page.lang()),
        seen=seen,
        shown=found.fold.shown,
        may_return=bool(found.step.returns_to) and conditions.relevant(found.step.return_relevant, found.earlier),
        errors=errors,
        has_errors=bool(errors),
        irrelevant={f.name for s in sections for f in s.fields if not world.asks(f.name)},
        strokes=json.dumps(values.get("strokes") or []) if values.get("strokes") else "",
        signer=values.get("signer", ""),
        reason=values.get("reason", ""),
        typed=values.get("typed", False),
        contacts=values.get("contacts", ()),
        body_class="client",
        nav=[],
    )


def complete(uuid: str, verb, done, link_draft=None):
    """Hand the body to `verb`; `done(entry)` answers, or the page comes back with everything that was filled."""
    from fieldforms.flow import drafts
    from fieldforms.web.access import actor, link_actor

    who = link_actor(link_draft) if link_draft else actor()
    found = drafts.for_signing(who, uuid)
    given = bodies.given(bodies.answers(who, found))
    kept = {"answers": given.answers, "strokes": given.strokes, "signer": given.signer, "reason": given.reason,
            "typed": given.typed}  # fmt: skip
    try:
        return done(verb(given))
    except Invalid as invalid:
        wrong: dict[str, list[str]] = {}
        for item in invalid.problems:
            wrong.setdefault(item.field.name, []).append(page.say(item.sentence, **item.values))
        errors = [(f"f-{name}", said[0]) for name, said in wrong.items()] + other_mistakes(found, given)
        return show(found, request.path, 422, errors, wrong, **kept)
    except (SignerNeeded, SignatureNeeded, ReasonNeeded) as error:
        return show(found, request.path, 422, other_mistakes(found, given) or [said(error)], **kept)
    except SheetChanged as error:
        return show(found, request.path, 409, [said(error)], **kept)


def other_mistakes(found: Working, given) -> list[tuple[str, str]]:
    """Signature and name are asked for together with the answers: one list of all that is missing."""
    from fieldforms.flow import signatures

    if given.outcome != "done":
        return []
    missing = []
    for error in signatures.missing(given):
        missing.append(said(error))
    return missing


def said(error) -> tuple[str, str]:
    return ANCHORS.get(type(error), ""), page.say(error.sentence, **error.values)
