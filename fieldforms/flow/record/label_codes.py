"""The ten characters of a label: made, and read again however they come in (design.md, Codes).

Nine random characters of Crockford's base32 and a check character by Luhn mod 32. One wrong character is always
found; so is a swap of neighbours, save of 0 and Z: doubling leaves both as they are, whatever the place.
"""

import re
import secrets
import unicodedata

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 10
MISREAD = str.maketrans("OIL", "011")
ADDRESS = re.compile(r".*/D/([^/?#&%]*)(?:[/?#&%].*)?", re.DOTALL)
AFTER_A_CODE = re.compile(r"[^0-9A-Z]+\Z")  # a full stop, a bracket: the code stood in a sentence
SEPARATORS = re.compile(r"[\s\-‐‑–—]+")


class NotACode(ValueError):
    """No code: `reason` is "length", "alphabet" or "check" (one character is wrong, or two are swapped)."""

    def __init__(self, reason: str):
        self.reason = reason
        super().__init__(reason)


def new_code() -> str:
    """45 random bits and their check character. Unique only by chance: the codes' table has the last word."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH - 1))
    return body + check_character(body)


def normalise_code(text: str) -> str:
    """The code in what a scanner or a person gave: any case, groups, full-width, O I L for 0 1 1, or a label's
    whole address (…/D/CODE, on whatever host). Raises NotACode."""
    typed = unicodedata.normalize("NFKC", text).strip().upper()
    if address := ADDRESS.fullmatch(typed):
        typed = address[1]
    code = SEPARATORS.sub("", typed).translate(MISREAD)
    if len(code) > CODE_LENGTH:
        code = AFTER_A_CODE.sub("", code)
    if len(code) != CODE_LENGTH:
        raise NotACode("length")
    if not set(code) <= set(ALPHABET):
        raise NotACode("alphabet")
    if check_character(code[:-1]) != code[-1]:
        raise NotACode("check")
    return code


def code_or_nothing(text: str) -> str:
    """As `normalise_code`; "" for what is no code."""
    try:
        return normalise_code(text)
    except NotACode:
        return ""


def looks_like_code(text: str) -> bool:
    """Whether a search text is a code; one in 32 of other ten-character texts is too, so look it up softly."""
    return bool(code_or_nothing(text))


def check_character(body: str) -> str:
    """Luhn mod 32: from the right, every second value doubled and its two base-32 digits added."""
    total = 0
    for place, character in enumerate(reversed(body)):
        value = ALPHABET.index(character) * (1 if place % 2 else 2)
        total += value // 32 + value % 32
    return ALPHABET[-total % 32]
