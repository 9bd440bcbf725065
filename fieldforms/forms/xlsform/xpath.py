"""XLSForm's expressions, as far as our conditions can say them: `${a} = 'x' and (${b} = 'y' or ${b} = 'z')`."""

import re
from dataclasses import dataclass
from decimal import Decimal

from fieldforms.errors import N_
from fieldforms.forms.reading import CONTROL

XPATH_TOKEN = re.compile(
    r"\s*(?:(?P<field>\$\{[^}]+\}|\.\./[\w.-]+)|(?P<text>'[^']*'|\"[^\"]*\")|(?P<number>-?\d+(?:\.\d+)?)"
    r"|(?P<sign><=|>=|!=|=|<|>)|(?P<word>[A-Za-z][\w:-]*)|(?P<mark>[().,]))"
)

UNREADABLE = N_("没有公式语言，写不成条件：%(expression)s")
ANSWER, LENGTH_OF_FIELD = ".", "length"  # what a constraint is about: the answer itself, how long it is
TURNED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "=", "!=": "!="}
SELECTED = "selected"  # a sign as well: one of several choices, which "=" is not
MOST_BRACKETS = 40  # brackets in brackets


class NotSayable(Exception):
    """`sentence` (message id) and what fills it."""

    def __init__(self, sentence: str = UNREADABLE, **values):
        super().__init__(sentence)
        self.sentence, self.values = sentence, values


@dataclass(frozen=True)
class Name:
    """An answer (`${a}`), the answer itself, or its length."""

    name: str


@dataclass(frozen=True)
class Call:
    name: str  # today, now


@dataclass(frozen=True)
class Test:
    """One comparison by a sign or SELECTED; `wanted` is a text, a number, a Call or another answer's Name."""

    name: str
    sign: str
    wanted: object


@dataclass(frozen=True)
class Group:
    word: str  # and, or
    parts: tuple


def parse_expression(expression: str) -> Test | Group:
    """Raises NotSayable."""
    if CONTROL.search(expression) or expression.count("(") > MOST_BRACKETS:
        raise NotSayable
    reader = Reader(tokens_of(expression))
    found = reader.read_joined("or")
    if reader.rest:
        raise NotSayable
    return found


def tokens_of(expression: str) -> list[tuple[str, str]]:
    found, at, text = [], 0, expression.strip()
    while at < len(text):
        match = XPATH_TOKEN.match(text, at)
        if not match:
            raise NotSayable
        found.append((match.lastgroup or "", match[match.lastgroup or 0]))
        at = match.end()
    return found


class Reader:
    """Recursive descent: or < and < ( … ) | comparison | selected(${a}, 'x')."""

    def __init__(self, rest: list[tuple[str, str]]):
        self.rest = rest

    def read_joined(self, word: str):
        inner = self.read_term if word == "and" else lambda: self.read_joined("and")
        parts = [inner()]
        while self.rest[:1] == [("word", word)]:
            self.take()
            parts.append(inner())
        return parts[0] if len(parts) == 1 else Group(word, tuple(parts))

    def read_term(self):
        if self.rest[:1] == [("mark", "(")]:
            self.take()
            found = self.read_joined("or")
            self.expect_mark(")")
            return found
        if self.rest[:1] == [("word", SELECTED)]:
            return self.read_selected()
        return test_of_operands(self.read_operand(), self.take("sign"), self.read_operand())

    def read_selected(self) -> Test:
        self.take()
        self.expect_mark("(")
        name = self.read_operand()
        self.expect_mark(",")
        wanted = self.read_operand()
        self.expect_mark(")")
        return Test(name.name, SELECTED, wanted) if isinstance(name, Name) else raise_not_sayable()

    def read_operand(self):
        kind, text = self.take_any()
        if kind == "field":
            return Name(text.removeprefix("../").removeprefix("${").removesuffix("}").strip())
        if kind == "text":
            return text[1:-1]
        if kind == "number":
            return Decimal(text)
        if (kind, text) == ("mark", "."):
            return Name(ANSWER)
        if kind == "word":
            return self.read_call(text)
        raise NotSayable

    def read_call(self, word: str):
        self.expect_mark("(")
        if word in ("today", "now"):
            self.expect_mark(")")
            return Call(word)
        inner = self.read_operand()
        self.expect_mark(")")
        if word == "date" and isinstance(inner, str):
            return inner
        if word == "string-length" and inner == Name(ANSWER):
            return Name(LENGTH_OF_FIELD)
        raise NotSayable

    def take(self, kind: str = "") -> str:
        found, text = self.take_any()
        if kind and found != kind:
            raise NotSayable
        return text

    def take_any(self) -> tuple[str, str]:
        if not self.rest:
            raise NotSayable
        return self.rest.pop(0)

    def expect_mark(self, mark: str) -> None:
        if self.take_any() != ("mark", mark):
            raise NotSayable


def raise_not_sayable():
    raise NotSayable


def test_of_operands(left, sign: str, right) -> Test:
    if isinstance(left, Name):
        return Test(left.name, sign, right)
    if isinstance(right, Name):
        return Test(right.name, TURNED[sign], left)
    raise NotSayable
