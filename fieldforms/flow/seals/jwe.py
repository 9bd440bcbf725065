"""Compact JWE (RFC 7516) with one way of it: ECDH-ES on P-256, A256GCM. What a phone writes and nobody but this installation
reads (static/js/phone_part.js writes it).

Pure. Nothing a token says of itself is negotiated with; its header is bound to what it hides.
"""

import re
from collections.abc import Mapping

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.concatkdf import ConcatKDFHash

from fieldforms.flow.seals import jws
from fieldforms.store.record import sealed_json

AGREEMENT, CIPHER = "ECDH-ES", "A256GCM"
SHAPE = re.compile(r"([A-Za-z0-9_-]+)\.\.([A-Za-z0-9_-]{16})\.([A-Za-z0-9_-]*)\.([A-Za-z0-9_-]{22})")
HEADER_WORDS = {"alg", "enc", "kid", "epk", "about"}


class UnreadableToken(Exception):
    """`known`: it is for a key that is here, and was changed or made wrongly."""

    def __init__(self, known: bool):
        self.known = known
        super().__init__("changed" if known else "unknown key")


def decrypt_token(token: str, keys: Mapping[str, ec.EllipticCurvePrivateKey], about: str) -> bytes:
    """What was hidden for one of `keys` (by kid), under a header that is `about` this. Raises UnreadableToken."""
    shape = SHAPE.fullmatch(token)
    header = read_header(shape[1]) if shape else {}
    if shape is None or header.get("kid") not in keys:
        raise UnreadableToken(known=False)
    if header.keys() != HEADER_WORDS or (header["alg"], header["enc"], header["about"]) != (
        AGREEMENT,
        CIPHER,
        about,
    ):
        raise UnreadableToken(known=True)
    try:
        secret = keys[header["kid"]].exchange(ec.ECDH(), ephemeral_key(header["epk"]))
        iv, hidden, tag = (jws.from_base64url(part) for part in shape.groups()[1:])
        return AESGCM(derive_content_key(secret)).decrypt(iv, hidden + tag, shape[1].encode())
    except (InvalidTag, ValueError, TypeError, KeyError) as error:
        raise UnreadableToken(known=True) from error


def read_header(part: str) -> dict:
    try:
        header = sealed_json.read_json(jws.from_base64url(part))
    except ValueError:
        return {}
    return header if isinstance(header, dict) and isinstance(header.get("kid"), str) else {}


def ephemeral_key(jwk: dict) -> ec.EllipticCurvePublicKey:
    """Raises ValueError off the curve."""
    return jws.public_key(jwk["x"], jwk["y"])


def derive_content_key(secret: bytes) -> bytes:
    """RFC 7518 §4.6.2, for a key that is used as it is: neither party is named."""
    named = with_length(CIPHER.encode()) + with_length(b"") + with_length(b"")
    return ConcatKDFHash(hashes.SHA256(), 32, named + (256).to_bytes(4, "big")).derive(secret)


def with_length(value: bytes) -> bytes:
    return len(value).to_bytes(4, "big") + value
