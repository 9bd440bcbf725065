"""Secrets that must be read again, encrypted by the installation's own (`secret.key`): a copy of the database alone tells none.

Passwords, PINs and recovery codes are only ever compared: of those a hash is kept.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from os import urandom

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from fieldforms import config

NONCE_BYTES = 12  # of AES-GCM (NIST SP 800-38D §8.2)


class Undecryptable(Exception):
    """Encrypted by another installation's secret, or for something else."""


def encrypt_secret(secret: str, about: str) -> str:
    """`about`: whose it is; it opens under the same word only, so that nobody's can be put in another's place."""
    nonce = urandom(NONCE_BYTES)
    return urlsafe_b64encode(nonce + new_cipher().encrypt(nonce, secret.encode(), about.encode())).decode()


def decrypt_secret(kept: str, about: str) -> str:
    """Raises Undecryptable."""
    try:
        body = urlsafe_b64decode(kept)
        return new_cipher().decrypt(body[:NONCE_BYTES], body[NONCE_BYTES:], about.encode()).decode()
    except (InvalidTag, ValueError) as error:
        raise Undecryptable from error


def new_cipher() -> AESGCM:
    return AESGCM(derived_key("secrets at rest"))


def derived_key(purpose: str) -> bytes:
    """32 bytes of the installation's secret, always the same; those of one purpose tell nothing of another's (RFC 5869)."""
    own = config.secret_key(config.current).encode()
    return HKDF(SHA256(), 32, salt=None, info=f"fieldforms {purpose}".encode()).derive(own)
