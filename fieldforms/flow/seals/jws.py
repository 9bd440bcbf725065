"""Compact JWS (RFC 7515) with one algorithm and a header of three words: what entries and endorsements are signed with.

Pure: knows neither of them. Nothing a token says of itself is negotiated with.
"""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from functools import lru_cache

from cryptography.hazmat.primitives.asymmetric import ec
from jwt import InvalidSignatureError, PyJWTError
from jwt.api_jws import PyJWS

from fieldforms.store.record import sealed_json

ALGORITHM = "ES256"
# The layer below JWT: it checks signatures only. jwt.decode() would also refuse an `iat` ahead of this clock.
JWS = PyJWS(algorithms=[ALGORITHM])
TOKEN_SHAPE = re.compile(r"([A-Za-z0-9_-]+)\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*")
CURVE_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551  # of P-256 (SEC 2, §2.4.2)


class Broken(Exception):
    """A seal that does not hold. `reason` is one of the words below; `where` names the kid, disclosure or claim."""

    MALFORMED = "malformed"
    ALGORITHM = "algorithm"
    UNKNOWN_KEY = "unknown-key"
    SIGNATURE = "signature"
    SECOND_FORM = "second-form"  # of a signature: anybody can make it, without the key
    UNCOMMITTED = "uncommitted"  # a disclosure the signature says nothing about: altered, or of another entry
    DUPLICATE = "duplicate"  # two values under one name

    def __init__(self, reason: str, where: str = ""):
        # What is named comes from an untrusted token: short, and nothing a terminal or log would obey.
        self.reason, self.where = reason, ascii(where[:80])[1:-1]
        super().__init__(f"{reason}: {self.where}" if where else reason)


def sign_payload(payload: bytes, typ: str, private: ec.EllipticCurvePrivateKey, kid: str) -> str:
    """The token. Of the two signatures that hold for the same words, (r, s) and (r, n - s), the one with the low s."""
    token = JWS.encode(payload, private, ALGORITHM, {"typ": typ, "kid": kid})
    signed, _dot, signature = token.rpartition(".")
    raw = from_base64url(signature)
    s = number_s(raw)
    return f"{signed}.{to_base64url(raw[:32] + min(s, CURVE_ORDER - s).to_bytes(32, 'big'))}"


def signed_bytes(token: str, typ: str, keys: dict[str, dict]) -> bytes:
    """What the token's signature covers. `keys` are trusted public JWKs by kid. Raises Broken."""
    jwk = keys.get(kid := signing_kid(token, typ))
    if jwk is None or (jwk.get("kty"), jwk.get("crv")) != ("EC", "P-256"):
        raise Broken(Broken.UNKNOWN_KEY, kid)
    try:
        return JWS.decode(token, public_key(jwk["x"], jwk["y"]), [ALGORITHM])
    except InvalidSignatureError as error:
        raise Broken(Broken.SIGNATURE) from error
    except (PyJWTError, ValueError) as error:
        raise Broken(Broken.MALFORMED, "jwt") from error


def signing_kid(token: str, typ: str) -> str:
    """The kid of a header that says exactly what ours say: nothing a sender adds (crit, b64, jwk) is obeyed."""
    shape = TOKEN_SHAPE.fullmatch(token)
    try:
        header = sealed_json.read_json(from_base64url(shape[1])) if shape else None
    except ValueError:
        header = None
    if not isinstance(header, dict):
        raise Broken(Broken.MALFORMED, "header")
    if header.get("alg") != ALGORITHM:
        raise Broken(Broken.ALGORITHM, str(header.get("alg")))
    if header.keys() != {"alg", "typ", "kid"} or header["typ"] != typ or not isinstance(header["kid"], str):
        raise Broken(Broken.MALFORMED, "header")
    return header["kid"]


def refuse_second_form(token: str) -> None:
    """Raises Broken unless the signature is the low one, in the one way to write it."""
    signature = token.rpartition(".")[2]
    raw = from_base64url(signature)
    if to_base64url(raw) != signature or number_s(raw) > CURVE_ORDER // 2:
        raise Broken(Broken.SECOND_FORM, "signature")


def number_s(raw: bytes) -> int:
    return int.from_bytes(raw[32:], "big")


@lru_cache(maxsize=64)
def public_key(x: str, y: str) -> ec.EllipticCurvePublicKey:
    """Cached: `fieldforms verify` asks for the same key a million times. Raises ValueError off the curve."""
    across, up = (int.from_bytes(from_base64url(each), "big") for each in (x, y))
    return ec.EllipticCurvePublicNumbers(across, up, ec.SECP256R1()).public_key()


def to_base64url(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def from_base64url(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
