"""The page that signed, told from every other one that knows its address: by a secret that only it was given.

Who made a signing link knows it, and who handed the phone over holds it again. Whether what they send is what was
signed must not show, or they would try out what was answered in private (docs/decisions/0006-copies-and-the-rating.md).
"""

import base64
import hashlib
import hmac

from fieldforms.flow.people import tries
from fieldforms.flow.people.actors import Actor
from fieldforms.store.completing import links
from fieldforms.store.models import Link
from fieldforms.store.people import accounts

SHORTEST = 24  # characters
STRANGERS = 3 * tries.GUESSES  # from everywhere: more, so that one address can't use up the others' tries


def new_secret() -> str:
    """A page's, as its form hands it in."""
    return accounts.new_token()


def is_secret(given: str) -> bool:
    """Is it long enough to be one of ours? A page from before the upgrade sends none."""
    return len(given) >= SHORTEST


def secret_or_new(given: str) -> str:
    """What is none is replaced by one that nobody knows: nothing is a repetition of such a page."""
    return given if is_secret(given) else new_secret()


def copy_token(draft: str, secret: str) -> str:
    """The token of the copy that a page gets by signing: it follows from the page's secret, and never the other way."""
    digest = hashlib.sha256(f"{draft} {secret}".encode()).digest()
    return base64.urlsafe_b64encode(digest[:24]).decode()


def has_copy(draft: str, secret: str) -> bool:
    """Did the page with this secret sign this draft's step, and is its copy still there?"""
    link = links.get_link(copy_token(draft, secret)) if is_secret(secret) else None
    return link is not None and links.is_current(link)


def is_copy_of(link: Link, secret: str) -> bool:
    """Is this the copy that the page with this secret got?"""
    if not link.draft or not is_secret(secret):
        return False
    return hmac.compare_digest(link.token, accounts.hash_token(copy_token(link.draft, secret)))


def count_stranger(actor: Actor, draft: str) -> None:
    """Count who sends a signed step once more without being its page. Raises TooManyTries, whatever was sent."""
    key = f"signed:{draft}"
    tries.count_try({f"{key}@{tries.place_of_address(actor.address)}": tries.GUESSES, key: STRANGERS})
