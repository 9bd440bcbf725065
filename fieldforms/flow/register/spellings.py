"""By what two spellings are one name: of a brand, a model, a maker, a client, a room, a part; and which names are only alike."""

import re
import unicodedata
from collections.abc import Mapping
from typing import TypeVar

from rapidfuzz import fuzz, process, utils

# What a company's name says beside its own: 索尼公司, 索尼 and Sony Corp., SONY.
COMPANY_FORMS = re.compile(
    r"股份有限公司|有限责任公司|有限公司|公司|集团"
    r"|(?<![a-z])(?:co|ltd|inc|corp|corporation|company|gmbh|llc|limited)(?![a-z])"
)
Named = TypeVar("Named")
ALIKE = 60  # of 100 (rapidfuzz's WRatio): what is less alike is another one
MOST_SUGGESTED = 8


def letters_of_text(text: str) -> str:
    """Letters and digits alone, in one width and case."""
    return "".join(each for each in fold_text(text) if each.isalnum())


def fold_text(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def words_together(text: str) -> str:
    """In one width and case, without spaces: HDMI 线 3 米, ＨＤＭＩ线３米 and hdmi线3米 are one, P1.2 and P12 are two."""
    return "".join(
        each for each in fold_text(text) if not each.isspace() and unicodedata.category(each) != "Cf"
    )


def key_of_model(brand: str, name: str) -> str:
    """CB-L630U, cb l630u and ＣＢ－Ｌ６３０Ｕ are one."""
    return f"{letters_of_text(brand)}/{letters_of_text(name)}"


def key_of_maker(name: str) -> str:
    """The letters of a name without the company's form; "" for what is none ("-")."""
    return letters_of_text(COMPANY_FORMS.sub(" ", fold_text(name))) or letters_of_text(name)


def most_alike(text: str, named: Mapping[Named, str], at_least: int = ALIKE) -> list[Named]:
    """Those whose names are most like what was typed, best first; the first ones where nothing was."""
    if not text.strip():
        return list(named)[:MOST_SUGGESTED]
    found = process.extract(
        text, named, scorer=fuzz.WRatio, processor=utils.default_process, limit=MOST_SUGGESTED, score_cutoff=at_least
    )  # fmt: skip
    return [thing for _name, _score, thing in found]
