"""What a signature is: strokes or a typed name, the signer, what was agreed to."""

import json

from fieldforms.errors import SignatureNeeded, SignerNeeded
from fieldforms.flow import folding
from fieldforms.forms.definition import Step
from fieldforms.paper import strokes as ink
from fieldforms.store import files, records

MEDIA_TYPE = "application/json"


def facts(step: Step, given) -> dict:
    """signer, signature and consent as sealed. Raises SignerNeeded, SignatureNeeded."""
    if given.outcome in folding.UNSIGNED:
        return {"signer": given.signer or None, "signature": None, "consent": None}
    if not given.signer:
        raise SignerNeeded
    method = "paper" if given.outcome == folding.PAPER else "typed" if given.typed else "drawn"
    signature = {"method": method, "strokes": kept(given.strokes) if method == "drawn" else None}
    return {
        "signer": given.signer,
        "signature": signature,
        "consent": {**(step.consent or {}), "shown_in": given.lang},
    }


def missing(given) -> list[Exception]:
    """What a signature still lacks, all at once."""
    lacks: list[Exception] = [] if given.typed or is_drawn(given.strokes) else [SignatureNeeded()]
    return lacks if given.signer else [*lacks, SignerNeeded()]


def is_drawn(strokes: list) -> bool:
    try:
        return ink.is_signature(ink.check(strokes))
    except ValueError:
        return False


def kept(strokes: list) -> str:
    """The digest under which the strokes are stored. Raises SignatureNeeded for a dot or what is no drawing."""
    try:
        drawn = ink.check(strokes)
    except ValueError as error:
        raise SignatureNeeded from error
    if not ink.is_signature(drawn):
        raise SignatureNeeded
    return files.keep(json.dumps(drawn, separators=(",", ":")).encode(), MEDIA_TYPE).digest


def strokes_of(entry: records.Sealed) -> list:
    """The drawn strokes of an entry, empty when typed, erased or unsigned."""
    digest = ((entry.facts.get("signature") or {}).get("strokes")) or ""
    body = files.read(digest) if digest else None
    return json.loads(body) if body else []
