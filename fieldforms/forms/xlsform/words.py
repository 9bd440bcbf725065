"""The workbook's texts in the two languages we have, and its names as ours may be."""

import re
from collections import defaultdict
from collections.abc import Callable

from fieldforms.errors import N_
from fieldforms.forms.checker import FORM_ATTRIBUTES, PAGE_INPUTS
from fieldforms.forms.conditions import ANY_OF
from fieldforms.forms.kinds import clean_text

REFERS = re.compile(r"\$\{[^}]+\}")
RESERVED = PAGE_INPUTS | FORM_ATTRIBUTES | {ANY_OF}
LONGEST_KEY = 50  # of a name; the checker allows a few more
CHINESE = re.compile(r"[\u4e00-\u9fff]")
CODE = re.compile(r"([a-z]{2,3})(?:[-_ ][a-z0-9]+)*")
CODES = {
    **dict.fromkeys("zh zho chi cmn cn chs cht".split(), "zh"),
    **dict.fromkeys("en eng".split(), "en"),
}
NAMES_OF_LANGUAGES = {
    "zh": re.compile(
        r"中文|[汉漢华華国國]语|[汉漢华華国國]語|普通[话話]|[简簡][体體]|繁[体體]|chinese|mandarin|putonghua|zhongwen",
        re.IGNORECASE,
    ),
    "en": re.compile(r"英[文语語]|english", re.IGNORECASE),
}
# Of two Chineses ours is the simplified one.
TRADITIONAL = re.compile(r"繁|traditional|hant\b|cht\b|[-_](?:tw|hk|mo)\b", re.IGNORECASE)
COPIED = {"en": N_("缺英文，照抄了中文：%(places)s"), "zh": N_("缺中文，照抄了英文：%(places)s")}


class WorkbookWords:
    """Texts and names; `leave(place, sentence, **values)` hears of all that came otherwise than it was written."""

    def __init__(self, leave: Callable[..., None]):
        self.leave = leave
        self.copied: dict[str, list[str]] = defaultdict(list)  # language that is missing → places
        self.unknown: set[str] = set()  # languages that are neither

    def text(self, given, place: str, fallback: str = "") -> dict:
        """{zh, en} of a label in any languages; one that is missing is copied from the other."""
        said, other = self.sort_by_language(given)
        if any(REFERS.search(words) for words in said.values()):
            self.leave(place, N_("文字里引用了别的答案，照原样写着"))
        if not said and not other:
            other = fallback
            self.leave(place, N_("没有文字，用了 %(words)s"), words=fallback)
        for lang in {"zh", "en"} - said.keys() if said else ():
            self.copied[lang].append(place)
        return {lang: said.get(lang) or said.get("zh") or said.get("en") or other for lang in ("zh", "en")}

    def sort_by_language(self, given) -> tuple[dict[str, str], str]:
        """(texts in our languages, a text in another)"""
        said: dict[str, str] = {}
        other = ""
        texts = given if isinstance(given, dict) else {"": given or ""}
        for language, words in sorted(texts.items(), key=lambda text: is_traditional(text[0])):
            words = clean_text(str(words))
            ours = language_of(language, words) if words else ""
            if ours:
                said.setdefault(ours, words)
            elif words:
                self.unknown.add(language)
                other = other or words
        return said, other

    def tell_languages(self, key: str) -> None:
        """Say at the end what was missing: once for a language, not once for a label."""
        for lang, places in self.copied.items():
            self.leave(key, COPIED[lang], places=list(dict.fromkeys(places)))
        for language in sorted(self.unknown):
            self.leave(key, N_("只有中文和英文，%(language)s 没有带过来"), language=language)

    def name(self, was: str, place: str, taken: set[str], empty: str) -> str:
        """Lower case, letters, digits, underscore; not a word of the page's own, not twice."""
        name = re.sub(r"[^a-z0-9]+", "_", was.lower()).strip("_")[:LONGEST_KEY]
        name = name if name[:1].isalpha() else f"{empty}_{name}".rstrip("_")
        name = unused_name(name, RESERVED | taken, "_")
        taken.add(name)
        if name != was:
            self.leave(place, N_("名称改为 %(name)s"), name=name)
        return name


def language_of(name: str, words: str) -> str:
    """zh, en, or "" for another language; words of no named language tell by themselves.

    A name is `中文 (zh)`, a code alone (`zh_CN`, BCP 47 §2.1: the language stands first) or a word alone.
    """
    if name in ("", "default"):
        return "zh" if CHINESE.search(words) else "en"
    *_before, code = re.split(r"[(（]", name.lower())
    primary = CODE.fullmatch(code.strip(" )）"))
    if primary and primary[1] in CODES:
        return CODES[primary[1]]
    return next((lang for lang, words_for in NAMES_OF_LANGUAGES.items() if words_for.search(name)), "")


def is_traditional(name: str) -> bool:
    return bool(TRADITIONAL.search(name))


def slug_of(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-").lstrip("-0123456789")[:LONGEST_KEY]


def unused_name(name: str, taken, dash: str) -> str:
    """The name, with a number after it while it is taken."""
    number, found = 1, name
    while found in taken:
        number += 1
        found = f"{name}{dash}{number}"
    return found
