"""Is a printed sheet genuine? For whoever holds the paper: no answers, no client, no name."""

import re
from dataclasses import dataclass

from fieldforms.flow.people import tries
from fieldforms.flow.proof import verification
from fieldforms.flow.seals import sdjwt, signing_keys
from fieldforms.flow.sheets import timeline
from fieldforms.flow.sheets.words_of_records import ending_in_words
from fieldforms.i18n import gettext, pick
from fieldforms.store.library import definitions
from fieldforms.store.record import records
from fieldforms.store.scope import PUBLIC

# Of unknown digests from one address in a quarter of an hour: 256 bits need no more than politeness.
GUESSES = 30

# base64url of SHA-256; anything else needn't reach the database
DIGEST_SHAPE = re.compile(r"[A-Za-z0-9_-]{43}")


@dataclass(frozen=True)
class Authenticity:
    """`outcome` in words. `newer`: the record went on after this entry. `differences`: what no longer fits."""

    number: str
    form: str
    step: str
    outcome: str
    sealed_at: int
    newer: bool
    correction: str  # "", or what a correction is to it (timeline.Correction.state)
    cancelled: bool
    differences: tuple[verification.SealDifference, ...]

    @property
    def genuine(self) -> bool:
        return not self.differences

    @property
    def is_unendorsed(self) -> bool:
        """Nothing was changed, but the key is one of before that nothing here vouches for."""
        return bool(self.differences) and all(each.unendorsed for each in self.differences)


def authenticity_of_digest(digest: str, address: str, lang: str) -> Authenticity | None:
    """The entry a printed code names, checked now; None when it isn't ours. Raises TooManyTries."""
    entry = records.entry_by_digest(digest) if DIGEST_SHAPE.fullmatch(digest) else None
    if entry is None:
        tries.count_try({tries.key_at("digest", address): GUESSES})
        return None
    differences = tuple(verification.differences_of_record(entry.record))
    whole = all(each.unendorsed for each in differences)
    seen = records.by_uuid(PUBLIC, entry.record) if whole else None  # what was changed may not be readable
    definition = definitions.read_definition(entry.definition)
    step = definition.step(entry.step)
    return Authenticity(
        number=entry.number,
        form=pick(definition.label, lang),
        step=pick(step.label, lang) if step else entry.step,
        outcome=gettext(ending_in_words(step, entry.outcome), lang),
        sealed_at=entry.sealed_at,
        newer=seen is not None and seen.entries[-1].row.seq > entry.seq,
        correction=found.state if seen and (found := timeline.correction_of_record(seen, lang)) else "",
        cancelled=seen is not None and seen.row.state == "cancelled",
        differences=differences,
    )


def fingerprints() -> list[str]:
    return [sdjwt.fingerprint(jwk) for jwk in signing_keys.public().values()]
