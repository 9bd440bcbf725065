"""What a form showed, sent back with it; and where somebody changed that meanwhile, the form with both (412).

A template's form says `{{ versioned() }}` (versions.html) and is shown with one of these contexts.
"""

import json
from collections.abc import Mapping

from flask import request

from fieldforms.errors import ChangedMeanwhile, Problem
from fieldforms.flow.form_changes import FieldChange
from fieldforms.web import page

VERSION_INPUT = "version"  # of the hidden input


def version_context(
    texts: Mapping[str, str], refused: Problem | None, labels: Mapping[str, str] | None = None
) -> dict:
    """`texts`: input → what the form shows when it is opened. `labels`: of inputs that say more than their kind does, in
    the reader's language."""
    if isinstance(refused, ChangedMeanwhile):
        return context_of_conflict(refused, labels or {})
    return context_again() if refused else context_when_opened(texts)


def context_when_opened(texts: Mapping[str, str]) -> dict:
    return {"version": json.dumps(dict(texts), ensure_ascii=False)}


def context_again() -> dict:
    """A posted form that is shown again is still about what it showed when it was opened."""
    return {"version": request.form.get(VERSION_INPUT, "")}


def context_of_conflict(changed: ChangedMeanwhile, labels: Mapping[str, str]) -> dict:
    """Posted once more, the form goes over what it shows now."""
    rows = [difference_in_words(each, labels.get(each.name, "")) for each in changed.fields]
    return {
        **context_when_opened(changed.now),
        "conflict": rows,
        "knows_opened": bool(shown_texts()),
    }


def difference_in_words(change: FieldChange, label: str) -> dict:
    def words(text: str) -> str:
        return change.kind.text_in_words(text, page.lang()) or "—"

    return {
        "label": label or page.say(change.kind.label),
        "opened": words(change.opened),
        "now": words(change.now),
        "typed": words(change.typed),
        "untouched": change.is_untouched,
        "by": change.by,
        "at": change.at,
    }


def shown_texts() -> dict[str, str]:
    """What the posted form showed when it was opened, as flow/form_changes.py asks; {} when it does not say."""
    try:
        found = json.loads(request.form.get(VERSION_INPUT, ""))
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict) or not all(isinstance(text, str) for text in found.values()):
        return {}
    return {name: text.encode(errors="replace").decode() for name, text in found.items()}
