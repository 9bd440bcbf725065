"""What a signature is: strokes or a typed name, the signer, what was agreed to."""

from fieldforms.errors import (
    NotTheLead,
    PaperPhotoNeeded,
    SignatureNeeded,
    SignatureNotTicked,
    SignerNeeded,
    SignerTooLong,
)
from fieldforms.flow.record import client_leads, folding
from fieldforms.forms import strokes
from fieldforms.forms.definition import Step
from fieldforms.store.files import files
from fieldforms.store.models import Client
from fieldforms.store.record import records

STROKES_TYPE = "text/plain"  # forms.strokes says how it is written


def signature_facts(step: Step, given, client: Client | None) -> dict:
    """signer, signature and consent as sealed. Raises SignerNeeded, NotTheLead, SignatureNeeded."""
    if given.outcome in folding.UNSIGNED:
        refuse_long_name(given.signer)
        return {"signer": given.signer or None, "signature": None, "consent": None}
    check_signer(given.signer)
    client_leads.check_is_lead(client_leads.names_of_leads(step, client), given.signer)
    method = "paper" if given.outcome == folding.PAPER else "typed" if given.typed else "drawn"
    signature = {"method": method, "strokes": digest_of_strokes(given.strokes) if method == "drawn" else None}
    return {
        "signer": given.signer,
        "signature": signature,
        "consent": {**(step.consent or {}), "shown_in": given.lang},
    }


def missing_of_signature(given, may_sign: list[str]) -> list[Exception]:
    """What a signature still lacks, all at once and in the order it is asked for. `may_sign`: names, none for any."""
    if given.outcome == folding.PAPER:
        trace: Exception | None = None if given.paper else PaperPhotoNeeded()
    else:
        trace = None if given.typed or is_drawn(given.strokes) else lack_of_trace(given)
    return [lack for lack in (trace, refusal_of_signer(given.signer, may_sign)) if lack]


def lack_of_trace(given) -> SignatureNeeded:
    return SignatureNotTicked() if given.signer and not given.strokes else SignatureNeeded()


LONGEST_SIGNER = 60


def check_signer(signer: str) -> None:
    """Raises SignerNeeded, SignerTooLong."""
    if not signer:
        raise SignerNeeded
    refuse_long_name(signer)


def refuse_long_name(signer: str) -> None:
    """Raises SignerTooLong: a name is never cut."""
    if len(signer) > LONGEST_SIGNER:
        raise SignerTooLong(max=LONGEST_SIGNER, n=len(signer))


def refusal_of_signer(signer: str, may_sign: list[str]) -> Exception | None:
    try:
        check_signer(signer)
        client_leads.check_is_lead(may_sign, signer)
    except (SignerNeeded, NotTheLead) as refused:
        return refused
    return None


def is_drawn(drawn: str) -> bool:
    try:
        return strokes.is_written_signature(drawn)
    except ValueError:
        return False


def digest_of_strokes(drawn: str) -> str:
    """Under which they will be stored. Raises SignatureNeeded for a dot or what is no drawing."""
    if not is_drawn(drawn):
        raise SignatureNeeded
    return files.digest_of(drawn.encode())


def keep_what_was_drawn(facts: dict, drawn: str) -> None:
    """Store the strokes that the facts of an entry name. Call in the transaction that seals it."""
    if (facts.get("signature") or {}).get("strokes"):
        files.keep_file(drawn.encode(), STROKES_TYPE)


def strokes_of(entry: records.Sealed) -> list[dict]:
    """The drawn strokes of an entry, empty when typed, erased or unsigned."""
    digest = ((entry.facts.get("signature") or {}).get("strokes")) or ""
    body = files.read_file(digest) if digest else None
    return strokes.read(body.decode()) if body else []
