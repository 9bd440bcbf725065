"""The installation's signing keys: made at the first start, never made anew when the database knows one."""

from functools import cache
from pathlib import Path

from fieldforms import config
from fieldforms.errors import KeyMissing
from fieldforms.flow import sdjwt
from fieldforms.store import clock
from fieldforms.store.database import transaction
from fieldforms.store.models import Key
from fieldforms.store.prepared import prepared


def folder() -> Path:
    return config.current.instance / "keys"


def ensure() -> sdjwt.Key:
    """The key that signs, made when the database knows none.

    Raises KeyMissing when it knows one whose file is gone: a new key would silently break with the old seals.
    """
    row = Key.select().where(Key.retired_at.is_null()).order_by(Key.id.desc()).first()
    return load(folder(), row.kid) if row else make()


def make() -> sdjwt.Key:
    """A new key, on disk before the row that names it."""
    key = sdjwt.Key.generate()
    folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    key.save(folder() / f"{key.kid}.pem")
    with transaction():
        now = clock.now()
        Key.update(retired_at=now).where(Key.retired_at.is_null()).execute()
        Key.create(kid=key.kid, jwk=key.public_jwk, created_at=now)
    return key


def signing() -> sdjwt.Key:
    return load(folder(), in_use.first().kid)


@prepared
def in_use():
    return Key.select(Key.kid).where(Key.retired_at.is_null()).order_by(Key.id.desc())


@cache
def load(where: Path, kid: str) -> sdjwt.Key:
    path = where / f"{kid}.pem"
    try:
        return sdjwt.Key.load(path)
    except FileNotFoundError as error:
        raise KeyMissing(kid=kid, path=path) from error


def public() -> dict[str, dict]:
    """All public keys this installation ever signed with: kid → JWK."""
    return {row.kid: row.jwk for row in Key.select()}
