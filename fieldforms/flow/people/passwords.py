"""Passwords of accounts and six-digit PINs of phones: what is refused, how both are kept (scrypt) and checked.

Pure: counting tries, and telling whose hash it is, belongs to flow/people/sessions.py.
"""

import unicodedata
from itertools import pairwise

from werkzeug.security import check_password_hash, generate_password_hash

from fieldforms.errors import N_
from fieldforms.forms import reading

METHOD = "scrypt:32768:8:1"  # 32 MiB for each hash or check under way
# Nothing hashes to this, and finding that out takes as long as with a real hash.
NOBODY = f"{METHOD}${'0' * 16}${'0' * 128}"

SHORTEST_PASSWORD = 10
LONGEST_PASSWORD = 256  # a bound for the work a stranger can ask of the sign-in page

# Fifty that people choose first where ten characters are asked for. Shorter favourites are too short anyway.
FIFTY = """
    1234567890 0123456789 0987654321 9876543210 1234567891 12345678910 123456789a a123456789 123456789q
    q123456789 123456789abc abc123456789 1234567899 123456789z z123456789 aa123456789 1234512345 1231231230
    1122334455 1357924680 1472583690 147258369a 7894561230 5201314520 1314520520 woaini1314 woaini5201314
    woaini520520 5201314woaini qwertyuiop qwertyuiop123 qwerty12345 qwerty123456 1qaz2wsx3edc 1q2w3e4r5t
    1q2w3e4r5t6y q1w2e3r4t5 zaq12wsxcde3 asdfghjkl123 asdfghjkl; abcdefghij abcd123456 abc1234567 password12
    password123 password1234 passw0rd123 p@ssw0rd123 admin12345 admin123456
"""
COMMON = frozenset(FIFTY.split())
GUESSED_PINS = {
    "112233",
    "332211",
    "147258",
    "258369",
    "159357",
    "159753",
    "521314",
    "131452",
    "520131",
    "102030",
}


class WeakPassword(ValueError):
    """A password we refuse; `sentence` is a message id that says why."""

    sentence = N_("请换一个密码。")


class TooShort(WeakPassword):
    sentence = N_("密码至少要有 10 个字符。")


class TooLong(WeakPassword):
    sentence = N_("密码最多 256 个字符。")


class AllTheSame(WeakPassword):
    sentence = N_("密码不能是同一个字符的重复。")


class SameAsLogin(WeakPassword):
    sentence = N_("密码不能和用户名相同。")


class TooCommon(WeakPassword):
    sentence = N_("这个密码太常见，很容易被猜到，请换一个。")


class WeakPin(ValueError):
    """A PIN we refuse; `sentence` is a message id that says why."""

    sentence = N_("请换一个 PIN。")


class NotSixDigits(WeakPin):
    sentence = N_("PIN 必须是 6 位数字。")


class EasyPin(WeakPin):
    sentence = N_("这个 PIN 太容易被猜到，请避开重复、连续的数字。")


def hash_password(password: str, login: str) -> str:
    """The hash to keep. Raises a WeakPassword."""
    plain = normalise_width(password)
    if len(plain) < SHORTEST_PASSWORD:
        raise TooShort
    if len(plain) > LONGEST_PASSWORD:
        raise TooLong
    if len(set(plain)) == 1:
        raise AllTheSame
    if plain.casefold() == normalise_width(login).casefold():
        raise SameAsLogin
    if plain.casefold() in COMMON:
        raise TooCommon
    return hash_secret(plain)


def hash_pin(pin: str) -> str:
    """The hash to keep. Raises a WeakPin. Any six digits yield to a day of trying on a stolen database: the
    PIN guards a phone with five tries, no account."""
    digits = plain_pin(pin)
    if not (len(digits) == 6 and digits.isascii() and digits.isdigit()):
        raise NotSixDigits
    if is_easy(digits):
        raise EasyPin
    return hash_secret(digits)


def matches_secret(kept: str | None, secret: str) -> bool:
    """Whether a password or PIN fits its hash. None (nobody of that name, no PIN set) takes as long as a wrong
    secret, so that the time does not tell which names exist."""
    plain = normalise_width(secret)
    return check_password_hash(kept or NOBODY, plain[:LONGEST_PASSWORD]) and len(plain) <= LONGEST_PASSWORD


def plain_pin(pin: str) -> str:
    """However it was typed or pasted: of a PIN, spaces say nothing."""
    return "".join(normalise_width(reading.clean_text(pin)).split())


def is_easy(digits: str) -> bool:
    """Repeats with a period of 1, 2 or 3, runs up or down (also over 9 → 0), and known favourites."""
    repeats = any(digits == digits[:period] * (6 // period) for period in (1, 2, 3))
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(digits)}
    return repeats or steps in ({1}, {9}) or digits in GUESSED_PINS


def hash_secret(secret: str) -> str:
    return generate_password_hash(secret, METHOD)


def normalise_width(text: str) -> str:
    """A Chinese keyboard gives full-width characters where another gives plain ones (NIST SP 800-63B §5.1.1.2)."""
    return unicodedata.normalize("NFKC", text)
