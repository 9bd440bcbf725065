"""SD-JWT (RFC 9901) with one algorithm, one hash and flat disclosures: what an entry's seal is made of.

Pure: knows no entry, no database. Any SD-JWT library reads what is issued here (docs/seals.md).
"""

import json
import os
import secrets
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from fieldforms import kept_files
from fieldforms.flow.seals import jws
from fieldforms.flow.seals.jws import ALGORITHM, Broken, from_base64url, to_base64url
from fieldforms.store.record import sealed_json

ENTRY_TYPE = "fieldforms-entry+sd-jwt"
# Says in the payload, which is signed, that the signature stands in its low form: entries of before don't, and may have either.
LOW_S = "low_s"
RESERVED_CLAIMS = {"_sd", "_sd_alg", "..."}  # RFC 9901 §4.1: no claim may be called so, on any level

compact = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


@dataclass(frozen=True)
class SigningKey:
    """The installation's signing key, EC P-256."""

    private: ec.EllipticCurvePrivateKey = field(repr=False)

    @classmethod
    def generate(cls) -> "SigningKey":
        return cls(ec.generate_private_key(ec.SECP256R1()))

    @classmethod
    def load(cls, path: str | os.PathLike) -> "SigningKey":
        """Raises FileNotFoundError, and ValueError when the file holds no P-256 key."""
        try:
            private = serialization.load_pem_private_key(Path(path).read_bytes(), password=None)
        except (TypeError, UnsupportedAlgorithm) as error:  # locked by a password; of a kind nobody knows
            raise ValueError(str(error)) from error
        if not (isinstance(private, ec.EllipticCurvePrivateKey) and private.curve.name == "secp256r1"):
            raise ValueError(f"{path} holds no EC P-256 private key")
        return cls(private)

    def save(self, path: str | os.PathLike) -> None:
        """Whole or not at all, mode 0600, on the disk when this returns. Raises FileExistsError: a key that
        has signed is never overwritten, also not by a second process at the same first start."""
        kept_files.write_whole(Path(path), self._pem(), anew=True)

    @cached_property
    def public_jwk(self) -> dict[str, str]:
        """As `/.well-known/jwks.json` publishes it, `kid` included."""
        numbers = self.private.public_key().public_numbers()
        x, y = (to_base64url(number.to_bytes(32, "big")) for number in (numbers.x, numbers.y))
        jwk = {"kty": "EC", "crv": "P-256", "x": x, "y": y, "alg": ALGORITHM, "use": "sig"}
        return {**jwk, "kid": to_base64url(thumbprint(jwk))}

    @property
    def kid(self) -> str:
        return self.public_jwk["kid"]

    def _pem(self) -> bytes:
        return self.private.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )


def fingerprint(public_jwk: dict) -> str:
    """The key's RFC 7638 thumbprint for print: 16 groups of four hex digits. The kid is the same 32 bytes."""
    return fingerprint_of_kid(to_base64url(thumbprint(public_jwk)))


def fingerprint_of_kid(kid: str) -> str:
    digits = from_base64url(kid).hex().upper()
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


class NamedDisclosure(str):
    """base64url of [salt, name, value], made here: its name need not be read from it, nor its digest computed twice."""

    name: str

    @cached_property
    def digest(self) -> str:
        return digest(self)


def disclose_value(name: str, value) -> NamedDisclosure:
    """A disclosure of one JSON value under a fresh 128-bit salt, without which its digest would be guessable.

    Raises ValueError (reserved name, NaN, lone surrogate, too deep) or TypeError (no JSON) for what cannot be sealed.
    """
    if not is_plain({name: value}):
        raise ValueError(f"{name}: RFC 9901 reserves {sorted(RESERVED_CLAIMS)}")
    disclosed = compact([to_base64url(secrets.token_bytes(16)), name, value]).encode()
    sealed_json.refuse_unparsable(disclosed)
    made = NamedDisclosure(to_base64url(disclosed))
    made.name = name
    return made


def digest(disclosure: str) -> str:
    """base64url SHA-256: what `_sd` carries and what an `erased` entry names."""
    return to_base64url(sha256(disclosure.encode("utf-8", "surrogatepass")).digest())


def issue_jwt(payload: dict, disclosures: list[NamedDisclosure], key: SigningKey) -> str:
    """The compact issuer-signed JWT. Digests are sorted, so that their order does not tell the names.

    Raises ValueError for what `verify_jwt` would refuse: an entry cannot be repaired once it is inserted.
    """
    names = [disclosure.name for disclosure in disclosures]
    if not is_plain(payload) or len({*names, *payload}) < len(names) + len(payload):
        raise ValueError("a name is reserved by RFC 9901, or used twice")
    claims = {
        **payload,
        LOW_S: True,
        "_sd": sorted(each.digest for each in disclosures),
        "_sd_alg": "sha-256",
    }
    signed = compact(claims).encode()
    sealed_json.refuse_unparsable(signed)
    return jws.sign_payload(signed, ENTRY_TYPE, key.private, key.kid)


def verify_jwt(jwt: str, disclosures: list[str], keys: dict[str, dict]) -> tuple[dict, dict]:
    """(payload as signed, {name: value}) of a token and those of its disclosures that are at hand.

    `keys` are trusted public JWKs by kid. len(payload["_sd"]) counts all there were, also the ones left out
    or erased; whether one may be missing is the caller's to know. Raises Broken.
    """
    payload = signed_payload(jwt, keys)
    committed = committed_digests(payload)
    values = {}
    for place, disclosure in enumerate(disclosures, 1):
        if digest(disclosure) not in committed:
            raise Broken(Broken.UNCOMMITTED, f"disclosure {place}{legible_name(disclosure)}")
        name, value = open_disclosure(disclosure)
        if name in values or name in payload:
            raise Broken(Broken.DUPLICATE, name)
        values[name] = value
    return payload, values


def jwt_digest(jwt: str) -> str:
    """base64url SHA-256 of the issuer-signed JWT without disclosures: the next entry's `prev`."""
    return digest(jwt)


def presentation(jwt: str, disclosures: list[str]) -> str:
    """The form every SD-JWT library takes (RFC 9901 §4): jwt~disclosure~…~"""
    return "~".join([jwt, *disclosures, ""])


def signed_payload(jwt: str, keys: dict[str, dict]) -> dict:
    signed = jws.signed_bytes(jwt, ENTRY_TYPE, keys)
    try:
        payload = sealed_json.read_json(signed)
    except ValueError as error:
        raise Broken(Broken.MALFORMED, "jwt") from error
    if not isinstance(payload, dict):
        raise Broken(Broken.MALFORMED, "payload")
    if not is_plain({name: value for name, value in payload.items() if name not in ("_sd", "_sd_alg")}):
        raise Broken(
            Broken.MALFORMED, "_sd"
        )  # inside of something: a library would take it for further digests
    if payload.get(LOW_S):
        jws.refuse_second_form(jwt)
    return payload


def signing_kid(jwt: str) -> str:
    """The kid of the key that the token says it is signed by. Raises Broken."""
    return jws.signing_kid(jwt, ENTRY_TYPE)


def committed_digests(payload: dict) -> set[str]:
    digests = payload.get("_sd")
    if payload.get("_sd_alg") != "sha-256" or not isinstance(digests, list):
        raise Broken(Broken.MALFORMED, "_sd")
    if not all(isinstance(each, str) for each in digests) or len(set(digests)) < len(digests):
        raise Broken(Broken.MALFORMED, "_sd")
    return set(digests)


def open_disclosure(disclosure: str) -> tuple[str, object]:
    """(name, value). Raises Broken."""
    try:
        name, value = sealed_json.read_disclosure(from_base64url(disclosure))
    except ValueError as error:
        raise Broken(Broken.MALFORMED, "disclosure") from error
    if not is_plain({name: value}):
        raise Broken(Broken.MALFORMED, "disclosure")
    return name, value


def legible_name(disclosure: str) -> str:
    """The name an altered disclosure still shows, as a hint for whoever searches; nothing vouches for it."""
    try:
        return f" ({open_disclosure(disclosure)[0]})"
    except Broken:
        return ""


def is_plain(value) -> bool:
    """True when no object inside uses a reserved name: a library would take it for further digests."""
    if isinstance(value, dict):
        return not (RESERVED_CLAIMS & value.keys()) and all(map(is_plain, value.values()))
    return not isinstance(value, list | tuple) or all(map(is_plain, value))


def thumbprint(jwk: dict) -> bytes:
    """RFC 7638: SHA-256 over the required members, sorted, without spaces."""
    return sha256(compact({name: jwk[name] for name in ("crv", "kty", "x", "y")}).encode()).digest()
