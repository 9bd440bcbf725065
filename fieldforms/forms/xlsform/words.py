"""The workbook's texts in the two languages we have, and its names as ours may be."""

import re
from collections import defaultdict
from collections.abc import Callable

from fieldforms.errors import N_
from fieldforms.forms.checker import FORM_ATTRIBUTES, PAGE_INPUTS
from fieldforms.forms.kinds import clean_text

REFERS = re.compile(r"\$\{[^}]+\}")
LONGEST_KEY = 50  # of a name; the checker allows a few more
CHINESE = re.compile(r"[\u4e00-\u9fff]")
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
        for language, words in (given if isinstance(given, dict) else {"": given or ""}).items():
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
        name = unused_name(name, PAGE_INPUTS | FORM_ATTRIBUTES | taken, "_")
        taken.add(name)
        if name != was:
            self.leave(place, N_("名称改为 %(name)s"), name=name)
        return name


CHINESE_NAME = re.compile(
    r"中|汉|漢|华语|普通话|国语|國語|简|繁|chinese|mandarin|\b(zh|cn|zho|chi|cmn|hans|hant)\b"
)
ENGLISH_NAME = re.compile(r"英|english|\b(en|eng)\b")


def language_of(name: str, words: str) -> str:
    """zh, en, or "" for another language; words of no named language tell by themselves."""
    if name in ("", "default"):
        return "zh" if CHINESE.search(words) else "en"
    called = re.sub(r"[^\w]|_", " ", name.lower())  # zh_CN, en-US
    if CHINESE_NAME.search(called):
        return "zh"
    return "en" if ENGLISH_NAME.search(called) else ""


def slug_of(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-").lstrip("-0123456789")[:LONGEST_KEY]


def unused_name(name: str, taken, dash: str) -> str:
    """The name, with a number after it while it is taken."""
    number, found = 1, name
    while found in taken:
        number += 1
        found = f"{name}{dash}{number}"
    return found
