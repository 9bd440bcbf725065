"""What a signing key says of another, in the open: a small JWS over its RFC 7638 thumbprint (docs/seals.md, "Keys"). Pure.

Words lead from a key that is trusted to one that isn't yet, never back: whoever inserts a key of their own can let it praise
ours, and that says nothing of it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from fieldforms.flow.seals import jws
from fieldforms.flow.seals.sdjwt import SigningKey, compact
from fieldforms.store.record import sealed_json

ENDORSEMENT_TYPE = "fieldforms-endorsement+jws"
ENDORSED = "endorsed"
UNENDORSED = "unendorsed"  # it was in the database before there were endorsements, and its file was not there
SAYS = {ENDORSED, UNENDORSED}


@dataclass(frozen=True)
class Word:
    """`by` says this of `kid`; both are thumbprints. `at`: UTC ms."""

    kid: str
    by: str
    says: str
    at: int


def issue_endorsement(kid: str, says: str, at: int, key: SigningKey) -> str:
    """The JWS by which `key` says this of the key with that thumbprint."""
    payload = {"iss": "fieldforms", "iat": at // 1000, "at": at, "thumbprint": kid, "says": says}
    return jws.sign_payload(compact(payload).encode(), ENDORSEMENT_TYPE, key.private, key.kid)


def read_endorsement(token: str, keys: dict[str, dict]) -> Word:
    """What it says, when one of these keys signed it. Raises jws.Broken."""
    signed = jws.signed_bytes(token, ENDORSEMENT_TYPE, keys)
    jws.refuse_second_form(token)
    try:
        said = sealed_json.read_json(signed)
        word = Word(said["thumbprint"], jws.signing_kid(token, ENDORSEMENT_TYPE), said["says"], said["at"])
    except (ValueError, TypeError, KeyError) as error:
        raise jws.Broken(jws.Broken.MALFORMED, "endorsement") from error
    if not isinstance(word.kid, str) or word.says not in SAYS:
        raise jws.Broken(jws.Broken.MALFORMED, "endorsement")
    return word


def kids_led_to(roots: Iterable[str], words: Iterable[Word]) -> frozenset[str]:
    """The roots, and every key that a chain of endorsements leads to from one of them."""
    found, given = set(roots), [word for word in words if word.says == ENDORSED]
    while further := {word.kid for word in given if word.by in found} - found:
        found |= further
    return frozenset(found)
