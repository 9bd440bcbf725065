"""What goes with files that leave the house together: the SHA-256 of each, and over that list the installation's signature.

MANIFEST.txt is what `sha256sum --check` reads, so that anybody can check it without us; MANIFEST.jws says that the list is
ours, of whom it is and since when. Pure.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from fieldforms.flow.seals import jws
from fieldforms.flow.seals.sdjwt import SigningKey, compact
from fieldforms.store.record import sealed_json

LIST_NAME, SIGNATURE_NAME = "MANIFEST.txt", "MANIFEST.jws"
MANIFEST_TYPE = "fieldforms-manifest+jws"
LIST_LINE = re.compile(r"([0-9a-f]{64})  (.+)")


@dataclass(frozen=True)
class Manifest:
    """`about`: whose file it is; `at`: UTC ms; `kid`: of the key that says so; `digest`: SHA-256 of the list."""

    about: str
    at: int
    kid: str
    digest: str


def list_of_digests(digests: Iterable[tuple[str, str]]) -> bytes:
    """Of (name, SHA-256 in hex)."""
    return "".join(f"{digest}  {name}\n" for name, digest in digests).encode()


def read_list(body: bytes) -> dict[str, str]:
    """Name → SHA-256. Raises ValueError for what is no such list."""
    found: dict[str, str] = {}
    for line in body.decode().removesuffix("\n").split("\n"):
        said = LIST_LINE.fullmatch(line)
        if said is None or said[2] in found:
            raise ValueError(line[:80])
        found[said[2]] = said[1]
    return found


def sign_list(body: bytes, about: str, at: int, key: SigningKey) -> str:
    payload = {
        "iss": "fieldforms",
        "iat": at // 1000,
        "at": at,
        "about": about,
        "sha256": digest_in_hex(body),
    }
    return jws.sign_payload(compact(payload).encode(), MANIFEST_TYPE, key.private, key.kid)


def read_signature(token: str, keys: dict[str, dict]) -> Manifest:
    """What it says, when one of these keys signed it. Raises jws.Broken."""
    signed = jws.signed_bytes(token, MANIFEST_TYPE, keys)
    jws.refuse_second_form(token)
    try:
        said = sealed_json.read_json(signed)
        return Manifest(said["about"], said["at"], jws.signing_kid(token, MANIFEST_TYPE), said["sha256"])
    except (ValueError, TypeError, KeyError) as error:
        raise jws.Broken(jws.Broken.MALFORMED, "manifest") from error


def digest_in_hex(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()
