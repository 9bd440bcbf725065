"""Signing keys and the cookies' secret on their way out: whoever has them seals in the company's name. They go into the archive
only under a passphrase; without one they are a file of their own, to be kept elsewhere than the archive."""

import json
from base64 import b64decode, b64encode
from pathlib import Path
from secrets import token_bytes

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from fieldforms import config
from fieldforms.errors import N_, Problem

KEYS_MEMBER, SECRET_NAME, KEYS_FOLDER = "keys", "secret.key", "keys"
COST = {"n": 2**15, "r": 8, "p": 1}  # RFC 7914; 32 MB, a tenth of a second


class WrongPassphrase(Problem):
    status = 422
    sentence = N_("备份里的密钥打不开：FIELDFORMS_BACKUP_PASSPHRASE 不是做备份时的那一个。")


def bundle_keys() -> bytes:
    """Everything secret of the instance as one JSON text: name → base64."""
    instance = config.current.instance
    paths = [instance / SECRET_NAME, *sorted((instance / KEYS_FOLDER).glob("*"))]
    found = {path.relative_to(instance).as_posix(): path.read_bytes() for path in paths if path.is_file()}
    return json.dumps({name: b64encode(body).decode() for name, body in found.items()}).encode()


def unpack_keys(bundle: bytes) -> dict[str, bytes]:
    """Path inside the instance → content. Raises ValueError for what is none, and for a path that leads elsewhere."""
    found = {name: b64decode(body, validate=True) for name, body in json.loads(bundle).items()}
    if any(name != SECRET_NAME and Path(name).parent != Path(KEYS_FOLDER) for name in found):
        raise ValueError("keys")
    return found


def seal_bundle(bundle: bytes, passphrase: str) -> bytes:
    salt, nonce = token_bytes(16), token_bytes(12)
    return salt + nonce + AESGCM(derive_key(passphrase, salt)).encrypt(nonce, bundle, None)


def open_bundle(sealed: bytes, passphrase: str) -> bytes:
    """Raises WrongPassphrase."""
    try:
        return AESGCM(derive_key(passphrase, sealed[:16])).decrypt(sealed[16:28], sealed[28:], None)
    except (InvalidTag, ValueError) as error:
        raise WrongPassphrase from error


def derive_key(passphrase: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, **COST).derive(passphrase.encode())


def keys_beside(path: Path) -> Path:
    """Where the keys of an archive without a passphrase are put: fieldforms-….zip → fieldforms-….keys"""
    return path.with_suffix(".keys")
