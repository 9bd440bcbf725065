"""The files that answers name, by digest: photos stand in lists, strokes under their name."""

from fieldforms.flow.files.photos import PHOTO_TYPE
from fieldforms.forms.kinds import DIGEST
from fieldforms.store.files import files
from fieldforms.store.models import Draft


def digests_in(value, listed: bool = False) -> list[str]:
    """The file digests inside a value: photos stand in lists, strokes under their name. What was merely typed is none."""
    if isinstance(value, str):
        return [value] if listed and DIGEST.match(value) else []
    if isinstance(value, dict):
        return [digest for name, item in value.items() for digest in digests_in(item, name == "strokes")]
    return [digest for item in value for digest in digests_in(item, True)] if isinstance(value, list) else []


def answers_with_own_files(draft: Draft, answers: dict, photographed: bool = True) -> dict:
    """Answers may only name files that this draft's phone sent or that it started with; `photographed` False: no photos
    are taken there, so none was to be sent."""
    if not digests_in(answers):
        return answers
    sent = files.digests_of_draft(draft.uuid, besides="" if photographed else PHOTO_TYPE)
    return without_strange_digests(answers, sent | set(digests_in(draft.answers)))


def without_strange_digests(value, known: set[str]):
    """The value without the digests that are not `known`, and without lists that are empty then."""
    if isinstance(value, dict):
        inner = {name: without_strange_digests(item, known) for name, item in value.items()}
        return {name: item for name, item in inner.items() if item != [] or value[name] == []}
    if isinstance(value, list):
        kept = [
            item for item in value if not (isinstance(item, str) and DIGEST.match(item) and item not in known)
        ]
        return [without_strange_digests(item, known) for item in kept]
    return value
