"""Public halves of the signing keys, and what the keys said of each other. A retired one stays: what it signed can still be
checked."""

from fieldforms.store import clock
from fieldforms.store.models import Endorsement, Key
from fieldforms.store.prepared import prepared


def current_kid() -> str | None:
    """The kid of the key that signs."""
    row = in_use.first()
    return row.kid if row else None


@prepared
def in_use():
    return Key.select(Key.kid).where(Key.retired_at.is_null()).order_by(Key.id.desc())


def replace_by(kid: str, jwk: dict) -> None:
    """This key signs from now on; the one before is retired."""
    now = clock.now()
    Key.update(retired_at=now).where(Key.retired_at.is_null()).execute()
    Key.create(kid=kid, jwk=jwk, created_at=now)


def jwks_by_kid() -> dict[str, dict]:
    """kid → JWK of every row there is, whoever wrote it: what may be trusted is `flow.seals.signing_keys.trust_in_keys`'s to say."""
    return {row.kid: row.jwk for row in every_key()}


@prepared
def every_key():
    return Key.select().order_by(Key.id)


def add_endorsement(kid: str, by_kid: str, jws: str, at: int) -> None:
    Endorsement.create(kid=kid, by_kid=by_kid, jws=jws, at=at)


@prepared
def endorsements():
    """Every row there is, whoever wrote it."""
    return Endorsement.select().order_by(Endorsement.id)
