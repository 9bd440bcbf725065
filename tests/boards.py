"""A form with a board of its own, and its sheets on their way: what the tests of the board share.

report → look (technician) → send (dispatcher, names who) → mend (whom they named) → check (technician)
"""

from fieldforms.flow.completing import completion
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.faults import targets
from fieldforms.flow.filling import drafts
from fieldforms.forms.loading import definition_of_data
from fieldforms.store.library import definitions
from fieldforms.store.record import records

KEY = "lift"


def text(zh: str, en: str) -> dict:
    return {"zh": zh, "en": en}


def section(name: str, *fields: dict) -> dict:
    return {"name": name, "label": text(name, name), "field": list(fields)}


def field(name: str, kind: str, label: dict, **words) -> dict:
    return {"name": name, "type": kind, "label": label, **words}


def choices(**labels) -> list[dict]:
    return [{"name": name, "label": text(label, name.capitalize())} for name, label in labels.items()]


SECTIONS = [
    section(
        "asking",
        field("trouble", "text", text("毛病", "Trouble"), required=True, means="symptom"),
        field("haste", "select_one", text("多急", "Haste"), required=True, means="urgency",
              choices=choices(normal="不急", urgent="急", meeting="马上")),
    ),
    section(
        "looking",
        field("found", "select_one", text("结果", "Result"), required=True, means="outcome",
              choices=choices(mended="修好了", harder="修不了")),
        field("cure", "text", text("办法", "Cure"), required={"found": "mended"}, means="remedy"),
    ),
    section(
        "sending",
        field("sent", "user", text("派谁", "Who goes"), required=True, means="assignee"),
        field("maker", "yes_no", text("问过厂家", "Maker asked"), required={"haste": "meeting"}),
        field("awaited", "date", text("哪天", "Which day"), means="due"),
    ),
    section("mending", field("mended_by", "text", text("怎么修的", "How"), required=True, means="remedy")),
    section("checking", field("good", "yes_no", text("好了吗", "All well"), required=True)),
]  # fmt: skip
HARDER = {"found": "harder"}
STEPS = [
    {"name": "ask", "by": "anyone", "label": text("报告", "Report"), "sections": ["asking"]},
    {"name": "look", "by": "technician", "label": text("看", "Look"), "sections": ["looking"]},
    {"name": "send", "by": "dispatcher", "label": text("派", "Send"), "sections": ["sending"], "relevant": HARDER},
    {"name": "mend", "by": "assignee", "assignee": "sent", "label": text("修", "Mend"), "sections": ["mending"],
     "relevant": HARDER},
    {"name": "check", "by": "technician", "label": text("核对", "Check"), "sections": ["checking"], "relevant": HARDER,
     "returns_to": "mend", "return_label": text("退回", "Back")},
]  # fmt: skip
FORM = {
    "key": KEY,
    "number": "DT",
    "label": text("电梯报修", "Lift trouble"),
    "starts_from": ["room", "client"],
    "public": True,
    "section": SECTIONS,
    "step": STEPS,
}


def publish():
    """Call it on a fresh world."""
    return definitions.read_definition(definitions.publish_definition(definition_of_data(FORM)))


def asked(world, haste="normal", trouble="不动了", place=None, by="chen") -> str:
    """The number of a report that waits to be looked at."""
    actor, room = world.actor(by), (place or world.office).room
    new = drafts.start_draft(actor, KEY, {"room": room.id}, drafts.new_uuid(), drafts.new_uuid())
    answers = {"trouble": trouble, "haste": haste}
    drafts.save_draft(actor, new, answers, 0, "tests")
    return completion.complete(actor, new.draft.uuid, HandedIn(answers)).entry.number


def looked(world, number: str, by="chen", **answers) -> str:
    return goes_on(world, number, by, answers or {"found": "harder"})


def to_send(world, *given, **words) -> str:
    """A report that waits for somebody to be sent."""
    return looked(world, asked(world, *given, **words), by=words.get("by", "chen"))


def goes_on(world, number: str, by: str, answers: dict) -> str:
    """The next step, sealed."""
    draft = drafts.open_next_step(world.actor(by), whole(number))
    completion.complete(world.actor(by), draft.uuid, HandedIn(answers))
    return number


def whole(number: str) -> records.Seen:
    return records.by_number(records.scope.SYSTEM, number)


def promise(world, **minutes) -> None:
    """For all clients: urgent_respond=60."""
    given = {name.replace("_", "."): str(value) for name, value in minutes.items()}
    targets.change_targets(world.actor("gao"), None, given)
