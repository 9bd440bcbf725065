"""What the typeface lacks of what is to be printed: said on the paper, and before anybody signs.

The record keeps every character as it was written; on paper 〓 stands in its place.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from fieldforms.paper import fonts

MOST_NAMED = 6
SAID_ON_PAPER = {
    "zh": "〓 是本字体没有的字（{codes}），原字在电子单据里。",
    "en": "〓 stands for what this typeface lacks ({codes}); the electronic record has the original.",
}


def characters_left_out(value) -> str:
    """Each once, in the order in which they stand in the texts of `value`: dataclasses, mappings, lists."""
    return "".join(dict.fromkeys(char for text in texts_in(value) for char in fonts.missing_characters(text)))


def texts_in(value) -> Iterator[str]:
    if isinstance(value, str):
        yield from [] if value.startswith("<svg ") else [value]
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts_in(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from texts_in(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name))


def lines_about(value, lang: str) -> tuple[str, ...]:
    """The line that the paper has where it leaves something out, by code points: themselves it cannot print them."""
    left_out = characters_left_out(value)
    if not left_out:
        return ()
    codes = [f"U+{ord(char):04X}" for char in left_out[:MOST_NAMED]]
    return (SAID_ON_PAPER[lang].format(codes=" ".join(codes) + (" …" if len(left_out) > MOST_NAMED else "")),)
