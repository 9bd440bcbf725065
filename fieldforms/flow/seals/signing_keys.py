"""The installation's signing keys: made at the first start, never made anew when the database knows one."""

from functools import cache
from pathlib import Path

from fieldforms import config
from fieldforms.errors import KeyMissing
from fieldforms.flow.seals import sdjwt
from fieldforms.store.database import transaction
from fieldforms.store.seals import signing_keys


def folder() -> Path:
    return config.current.instance / "keys"


def ensure() -> sdjwt.SigningKey:
    """The key that signs, made when the database knows none.

    Raises KeyMissing when it knows one whose file is gone: a new key would silently break with the old seals.
    """
    kid = signing_keys.current_kid()
    return load(folder(), kid) if kid else make()


def make() -> sdjwt.SigningKey:
    """A new key, on disk before the row that names it."""
    key = sdjwt.SigningKey.generate()
    folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    key.save(folder() / f"{key.kid}.pem")
    with transaction():
        signing_keys.replace_by(key.kid, key.public_jwk)
    return key


def current_key() -> sdjwt.SigningKey:
    """Raises KeyMissing."""
    return load(folder(), signing_keys.current_kid())


@cache
def load(where: Path, kid: str) -> sdjwt.SigningKey:
    path = where / f"{kid}.pem"
    try:
        return sdjwt.SigningKey.load(path)
    except FileNotFoundError as error:
        raise KeyMissing(kid=kid, path=path) from error


def public() -> dict[str, dict]:
    """All public keys this installation ever signed with: kid → JWK."""
    return signing_keys.public()
