"""Tries of secrets, counted in the database for every server alike. No lock-out: waiting always helps."""

import ipaddress
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from fieldforms.errors import NotFound, TooManyTries
from fieldforms.store import clock
from fieldforms.store.database import one_at_a_time, transaction
from fieldforms.store.people import accounts

WINDOW = 15 * clock.MINUTE
GUESSES = 30  # of secret addresses, from one place: an office shares one

COUNTED_ONLY = sys.maxsize  # a limit that refuses nobody: others decide by what was counted
NETWORK_OF_ONE = (
    64  # bits of an IPv6 address that name a household: the rest anybody changes at will (RFC 6177 §2)
)


def place_of_address(address: str) -> str:
    """What tries are counted by: an address, of IPv6 its network. As it is where it is none."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped is None:
        return str(ipaddress.ip_network((found, NETWORK_OF_ONE), strict=False))
    return address


def key_at(what: str, address: str) -> str:
    """Under which tries of `what` from an address are counted."""
    return f"{what}:{place_of_address(address)}"


def count_try(keys: dict[str, int]) -> list[int]:
    """Count a try under each key → its limit, before the secret is looked at: parallel guesses count too.

    Gives the rows' ids, for `forget_tries` when the secret was right. Raises TooManyTries and counts nothing then.
    """
    with transaction():
        one_at_a_time(keys)
        for key, most in keys.items():
            throttle_key(key, most)
        return [accounts.count_failure(key) for key in keys]


def throttle_key(key: str, most: int) -> None:
    """Raises TooManyTries while `most` failures are younger than WINDOW."""
    now = clock.now()
    failures = recent_failures(key)
    if len(failures) >= most:
        left = failures[most - 1] + WINDOW - now
        raise TooManyTries(minutes=max(1, -(-left // clock.MINUTE)))


def recent_failures(key: str) -> list[int]:
    """When they were (UTC ms), newest first."""
    return accounts.times_of_failures(key, clock.now() - WINDOW)


@contextmanager
def guarding_lookup(what: str, address: str) -> Iterator[None]:
    """Around the look-up of a secret that an address (URL) carries: one that leads nowhere (NotFound) is counted.

    `what` names the kind of secret, `address` who asks. Raises TooManyTries before anything is looked up.
    """
    key = key_at(what, address)
    throttle_key(key, GUESSES)
    try:
        yield
    except NotFound:
        count_try({key: GUESSES})
        raise


def forget_tries(counted: list[int], key: str = "") -> None:
    """The secret was right: this was no failure, and what failed before under `key` is forgiven."""
    accounts.forget_attempts(counted)
    if key:
        accounts.forget_failures(key)
    accounts.forget_failures_before(clock.now() - clock.DAY_MS)
