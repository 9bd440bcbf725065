"""遗留问题 that a new sheet is begun with: each offered by name, to be ticked by who has dealt with it; what is not ticked stays open.

The answer is one text (flow/prefill/points.py): on the page what was taken along stands apart, and goes back in with it.
"""

from dataclasses import replace

from fieldforms.flow.filling.draft_contexts import DraftContext
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.prefill import open_points, register_answers
from fieldforms.flow.prefill.points import Point, point_of_line, text_of_points

PLACES = ("device", "room")


def split_answers(actor: Actor, found: DraftContext, answers: dict) -> tuple[dict[str, list[Point]], dict]:
    """(points taken along, by question; the answers without them)"""
    asked = open_points.fields_of_open_points(found.definition, found.step)
    told = [field for field in asked if answers.get(field.name)]
    if not told or not any(found.draft.origin.get(place) for place in PLACES):
        return {}, answers
    about = register_answers.origin_at(actor.user, found.client, found.room, found.device)
    left = open_points.points_left(actor, about)
    offered, rest = {}, dict(answers)
    for field in told if left else ():
        offered[field.name], rest[field.name] = split_text(answers[field.name], left)
    return {name: points for name, points in offered.items() if points}, {
        name: value for name, value in rest.items() if value or name not in offered
    }


def split_text(text: str, left: list[Point]) -> tuple[list[Point], str]:
    """(what of it is left from before, the lines that are not)"""
    taken, rest = [], []
    for line in text.splitlines():
        said = point_of_line(line, "")
        same = [point for point in left if is_same_point(said, point)]
        taken += [replace(point, settled=said.settled) for point in same]
        rest += [] if same else [line]
    return list({point.key: point for point in taken}.values()), "\n".join(rest)


def is_same_point(said: Point, left: Point) -> bool:
    """Plain words are what the sheet was begun with."""
    return said.words == left.words and said.number in ("", left.number)


def answers_with_points(found: DraftContext, given: dict, body) -> dict:
    """The answers, and the points that the page took along: `NAME.left` all of them, `NAME.solved` those that were ticked."""
    for field in open_points.fields_of_open_points(found.definition, found.step):
        solved = set(body.getlist(f"{field.name}.solved"))
        taken = (point_of_line(line, "") for line in body.getlist(f"{field.name}.left"))
        points = [replace(point, settled=point.name in solved) for point in taken if point.number]
        if points:
            given = given | {field.name: text_of_points(given.get(field.name) or "", points)}
    return given
