"""The first person of an empty installation: made on a page by whoever reads the one-time code that `serve` prints.

Nobody can sign in before, and nobody else is there to add somebody. Once there is a person, the page is none.
"""

import secrets

from fieldforms.errors import NotFound, WrongFirstCode
from fieldforms.flow.people import tries
from fieldforms.flow.people.accounts import add_user
from fieldforms.store import clock
from fieldforms.store.completing import links
from fieldforms.store.database import one_at_a_time, transaction
from fieldforms.store.models import User
from fieldforms.store.people import accounts

FIRST_CODE = "first"
CODE_LIFETIME = 7 * clock.DAY_MS  # a start prints another one
TYPABLE = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # nothing that is read as something else
FIRST_CODE_LENGTH, CODE_GROUP = 12, 4
CODE_TRIES = 5  # of the code, from one address, in tries.WINDOW


def is_first_run() -> bool:
    return not accounts.has_users()


def new_first_code() -> str:
    """A code to be printed where only who runs the server reads it; the ones printed before stay good until one is used."""
    code = "".join(secrets.choice(TYPABLE) for _ in range(FIRST_CODE_LENGTH))
    with transaction():
        links.create_link(FIRST_CODE, CODE_LIFETIME, code)
    return "-".join(code[at : at + CODE_GROUP] for at in range(0, FIRST_CODE_LENGTH, CODE_GROUP))


def make_first_admin(code: str, login: str, name: str, password: str, address: str) -> User:
    """Raises NotFound when somebody is there already, WrongFirstCode, TooManyTries, WeakSecret."""
    key = tries.key_at("first", address)
    tried = tries.count_try({key: CODE_TRIES})
    with transaction():
        one_at_a_time([FIRST_CODE])
        if not is_first_run():
            raise NotFound
        link = links.for_use(plain_code(code))
        if link is None or link.purpose != FIRST_CODE or link.used_at or not links.is_current(link):
            raise WrongFirstCode
        user = add_user(None, login, name, "admin", password)
        links.mark_used(link)
        tries.forget_tries(tried, key)
        return user


def plain_code(typed: str) -> str:
    """However it was typed or pasted: of a code, spaces, dashes and small letters say nothing."""
    return "".join(char for char in typed.upper() if char.isascii() and char.isalnum())
