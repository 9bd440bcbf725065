"""The installation's signing keys: made at the first start, never made anew when the database knows one.

What the database says of keys proves nothing: who writes to it can insert one of their own. Trusted are the keys whose files
are here, and those they endorsed (docs/decisions/0013-endorsed-keys.md).
"""

import logging
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fieldforms import config, kept_files, log_lines
from fieldforms.errors import N_, BadKeyFile, KeyMissing, UnendorsedKey
from fieldforms.flow.seals import endorsements, jws, sdjwt
from fieldforms.store import audit, clock
from fieldforms.store.database import transaction
from fieldforms.store.seals import signing_keys

SAME = {"kty": "EC", "crv": "P-256", "alg": jws.ALGORITHM, "use": "sig"}


@dataclass(frozen=True)
class Trust:
    """The database's keys, sorted by what stands behind them; JWKs by kid, oldest first.

    `trusted`: the file is here, or endorsements lead to it. `unendorsed`: it was there before there were endorsements, and
    without its file; a key of ours says so. `unvouched`: all else. `broken`: (kid, by) of endorsements that do not hold.
    """

    trusted: dict[str, dict]
    unendorsed: dict[str, dict]
    unvouched: dict[str, dict]
    broken: tuple[tuple[str, str], ...]

    @property
    def known_keys(self) -> dict[str, dict]:
        """Keys that seals are checked with; those of `unendorsed` are to be named beside."""
        return {**self.trusted, **self.unendorsed}


def folder() -> Path:
    return config.current.instance / "keys"


def ensure_signing_key() -> sdjwt.SigningKey:
    """The key that signs, made when the database knows none. The first start that can endorse does so, once.

    Raises KeyMissing when it knows one whose file is gone: a new key would silently break with the old seals; BadKeyFile
    when the file holds another or none; and UnendorsedKey when there is one that nothing here vouches for.
    """
    kid = signing_keys.current_kid()
    key = load_key(folder(), kid) if kid else make_key()
    if not was_endorsed():
        endorse_keys_of_before(key)
    for kid in trust_in_keys().unvouched:
        raise UnendorsedKey(kid=kid, folder=folder())
    return key


def make_key() -> sdjwt.SigningKey:
    """A new key, on disk before the row that names it. It and the one before vouch for each other."""
    kid = signing_keys.current_kid()
    key = sdjwt.SigningKey.generate()
    earlier = load_key(folder(), kid) if kid else key
    folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    key.save(folder() / f"{key.kid}.pem")
    with transaction():
        signing_keys.replace_by(key.kid, key.public_jwk)
        endorse_each_other(earlier, key)
        audit.record_action(None, "keys.make", key.kid)
    return key


def endorse_each_other(earlier: sdjwt.SigningKey, later: sdjwt.SigningKey) -> None:
    """Forwards for whoever knows the earlier one from an old sheet; back, because its file may be put away."""
    for key, kid in dict.fromkeys([(earlier, later.kid), (later, earlier.kid)]):
        add_endorsement(key, kid, endorsements.ENDORSED)


def add_endorsement(key: sdjwt.SigningKey, kid: str, says: str) -> None:
    now = clock.now()
    signing_keys.add_endorsement(kid, key.kid, endorsements.issue_endorsement(kid, says, now, key), now)


def endorse_keys_of_before(current: sdjwt.SigningKey) -> None:
    """What was sealed before there were endorsements: the keys whose files are here vouch for each other, in order, and
    of the others it is written down that they were there.
    """
    kids = list(genuine_jwks(rows()))
    here = [load_key(folder(), kid) for kid in kids if is_here(kid)]
    with transaction():
        for earlier, later in zip(here, here[1:] or here, strict=False):
            endorse_each_other(earlier, later)
        for kid in kids:
            says = endorsements.ENDORSED if is_here(kid) else endorsements.UNENDORSED
            if says == endorsements.UNENDORSED:
                add_endorsement(current, kid, says)
            audit.record_action(None, "keys.endorse", kid, says=says)
            tell_fingerprint(kid, says)


def tell_fingerprint(kid: str, says: str) -> None:
    log_lines.tell_event(logging.WARNING, f"key {says}", fingerprint=sdjwt.fingerprint_of_kid(kid))


def was_endorsed() -> bool:
    """The file says so, too: who deletes the words from the database does not get them said of another key."""
    words = words_in_order(signing_keys.endorsements(), genuine_jwks(rows()))
    return written_down().exists() or any(word and is_here(word.by) for word in words)


def written_down() -> Path:
    return folder() / "endorsed.txt"


def write_down(trusted: Iterable[str]) -> None:
    """These kids were trusted when endorsing began, out of reach of whoever only writes to the database. Call when that is
    committed. A folder that can't be written to goes without.
    """
    if not written_down().exists():
        lines = [sdjwt.fingerprint_of_kid(kid) for kid in trusted]
        with suppress(OSError):
            kept_files.write_whole(written_down(), "\n".join([*lines, ""]).encode("ascii"))


def trust_in_keys(given: Iterable[str] = ()) -> Trust:
    """`given`: kids that somebody vouches for from elsewhere. Raises ValueError for rows that can't be read."""
    every, said = rows(), signing_keys.endorsements()
    genuine = genuine_jwks(every)
    read = words_in_order(said, genuine)
    words = [word for word in read if word]
    trusted = endorsements.kids_led_to({kid for kid in genuine if kid in set(given) or is_here(kid)}, words)
    of_before = {word.kid for word in words if word.says == endorsements.UNENDORSED and word.by in trusted}
    return Trust(
        {kid: jwk for kid, jwk in genuine.items() if kid in trusted},
        {kid: jwk for kid, jwk in genuine.items() if kid in of_before - trusted},
        {kid: jwk for kid, jwk in every.items() if kid not in genuine or kid not in trusted | of_before},
        tuple((row.kid, row.by_kid) for row, word in zip(said, read, strict=True) if not word),
    )


def genuine_jwks(rows: dict[str, dict]) -> dict[str, dict]:
    """A key is known by its own thumbprint: another one can't take its name. Of a file that is here no row is asked."""
    said = {kid: load_key(folder(), kid).public_jwk if is_here(kid) else jwk for kid, jwk in rows.items()}
    return {kid: jwk for kid, jwk in said.items() if is_key_of_name(kid, jwk)}


def is_key_of_name(kid: str, jwk: dict) -> bool:
    try:
        return {**jwk, **SAME, "kid": kid} == jwk and jws.to_base64url(sdjwt.thumbprint(jwk)) == kid
    except (TypeError, KeyError):
        return False


def words_in_order(said, jwks: dict[str, dict]) -> list[endorsements.Word | None]:
    """What each row says; None for one that does not hold, or says other than it was signed."""
    return [word_of_row(row, jwks) for row in said]


def word_of_row(row, jwks: dict[str, dict]) -> endorsements.Word | None:
    try:
        word = endorsements.read_endorsement(row.jws, jwks)
    except jws.Broken:
        return None
    return word if (word.kid, word.by, word.at) == (row.kid, row.by_kid, row.at) else None


def is_here(kid: str) -> bool:
    """Does the key's own file lie in the folder?"""
    try:
        return (folder() / f"{kid}.pem").exists() and load_key(folder(), kid).kid == kid
    except (OSError, KeyMissing, BadKeyFile):
        return False


def current_key() -> sdjwt.SigningKey:
    """Raises KeyMissing."""
    return load_key(folder(), signing_keys.current_kid())


@cache
def load_key(where: Path, kid: str) -> sdjwt.SigningKey:
    """Raises KeyMissing, BadKeyFile: also for a whole key under another one's name, whose seals nobody could verify."""
    path = where / f"{kid}.pem"
    try:
        key = sdjwt.SigningKey.load(path)
    except FileNotFoundError as error:
        raise KeyMissing(kid=kid, path=path) from error
    except ValueError as error:
        raise BadKeyFile(path=path, why=N_("里面没有完整的密钥")) from error
    if key.kid != kid:
        raise BadKeyFile(path=path, why=N_("里面是另一把密钥"))
    return key


def rows() -> dict[str, dict]:
    """kid → JWK as the database says, whoever wrote it there: for `verify`, which looks at each."""
    return signing_keys.jwks_by_kid()


def public() -> dict[str, dict]:
    """The public keys that this installation vouches for: kid → JWK."""
    return trust_in_keys().trusted


def published_jwks() -> dict:
    """What anybody may have: a JWK set, and beside it what the keys said of each other (docs/seals.md)."""
    found = trust_in_keys()
    return {
        "keys": list(found.trusted.values()),
        "unendorsed": list(found.unendorsed.values()),
        "endorsements": [row.jws for row in signing_keys.endorsements()],
    }
