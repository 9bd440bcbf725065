"""Inputs of small forms whose texts have a shape of their own: codes, telephones, amounts, lengths, addresses in a network."""

import re
from dataclasses import dataclass
from decimal import Decimal
from ipaddress import ip_address
from typing import ClassVar

from fieldforms.errors import N_
from fieldforms.flow.form_input import Input, TextInput
from fieldforms.forms import reading
from fieldforms.forms.kinds.kind import InputMistake
from fieldforms.forms.reading import Unreadable

NOT_AN_AMOUNT = N_("“%(label)s”要填金额，例如 12800 或 12800.50，不超过 %(max)s 元。")
NOT_METRES = N_("“%(label)s”要填米数，例如 15 或 1.5，不超过 %(max)s 米。")
NOT_AN_IP = N_("“%(label)s”要填网络地址，例如 192.168.1.20。")
NOT_A_MAC = N_("“%(label)s”要填 12 位的物理地址，例如 00:1A:2B:3C:4D:5E。")
MAC_SEPARATORS = re.compile(r"[-:.\s]")
NOT_A_SITE = N_("“%(label)s”要填网址，例如 https://www.example.com。")
SITE = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[^\W\d_]{2,}(?::\d{1,5})?(?:[/?#][^\s<>\"]*)?", re.IGNORECASE)
NOT_AN_EMAIL = N_("“%(label)s”要填邮箱地址，例如 wang@example.com。")
METRE = re.compile(r"\s*(m|米)\s*$")
EMAIL = re.compile(r"[^\s@,;<>\"]+@[^\s@,;<>\"]+\.[^\s@,;<>\".]+")
YUAN = re.compile(r"\A[¥ ]+|[元 ]+\Z")
MAC = re.compile(r"[0-9A-Fa-f]{12}")
PAIR = re.compile(r"[0-9A-F]{2}")


@dataclass(frozen=True)
class CodeInput(TextInput):
    """What is compared sign by sign: a serial, a number of somebody else's books."""

    def read_text(self, text: str) -> str:
        return reading.read_code(text).translate(reading.DASHES)


@dataclass(frozen=True)
class PhoneInput(TextInput):
    """Telephones, as sheets keep them, too."""

    most: int = 60
    type: str = "tel"

    def read_text(self, text: str) -> str:
        return reading.read_phone(text)


@dataclass(frozen=True)
class MoneyInput(Input):
    """An amount of yuan, kept in fen; None for nothing. `¥12,800.50元` is read, too."""

    input: ClassVar[str] = "money"
    most: int = 10_000_000  # yuan

    def read_text(self, text: str) -> int:
        typed = reading.read_decimal(YUAN.sub("", reading.read_code(text)))
        fen = Decimal(typed or "NaN") * 100
        if fen != fen.to_integral_value():
            raise Unreadable(NOT_AN_AMOUNT)
        return int(fen)

    def nothing_typed(self) -> None:
        return None

    def text(self, value) -> str:
        return "" if value is None else f"{value // 100}.{value % 100:02}".removesuffix(".00")

    def words(self, value, lang: str) -> str:
        return "" if value is None else f"{Decimal(value) / 100:,.2f}"

    def mistake(self, text: str) -> InputMistake | None:
        try:
            fits = (value := self.value(text)) is None or 0 <= value <= self.most * 100
        except Unreadable:
            fits = False
        return None if fits else (NOT_AN_AMOUNT, {"max": self.most})


@dataclass(frozen=True)
class MetresInput(MoneyInput):
    """A length in metres, kept in cm. `15 米` is read, too."""

    most: int = 10_000

    def read_text(self, text: str) -> int:
        return super().read_text(METRE.sub("", text))

    def words(self, value, lang: str) -> str:
        return f"{self.text(value)} m" if value else ""

    def mistake(self, text: str) -> InputMistake | None:
        return (NOT_METRES, {"max": self.most}) if super().mistake(text) else None


@dataclass(frozen=True)
class IpInput(TextInput):
    """An address in a network (RFC 791, RFC 4291), in its usual shape."""

    most: int = 45

    def read_text(self, text: str) -> str:
        try:
            return str(ip_address("".join(reading.read_code(text).replace("。", ".").split())))
        except ValueError as refused:
            raise Unreadable(NOT_AN_IP) from refused


@dataclass(frozen=True)
class MacInput(TextInput):
    """A hardware address (IEEE 802 EUI-48) in whatever way it is printed, kept as 00:1A:2B:3C:4D:5E."""

    most: int = 40

    def read_text(self, text: str) -> str:
        digits = MAC_SEPARATORS.sub("", reading.read_code(text).translate(reading.DASHES)).upper()
        if not MAC.fullmatch(digits):
            raise Unreadable(NOT_A_MAC)
        return ":".join(PAIR.findall(digits))


@dataclass(frozen=True)
class EmailInput(TextInput):
    """An address that mail can be sent to; whether somebody reads it there only they know."""

    def read_text(self, text: str) -> str:
        address = reading.read_code(text)
        if not EMAIL.fullmatch(address):
            raise Unreadable(NOT_AN_EMAIL)
        return address


@dataclass(frozen=True)
class WebInput(TextInput):
    """A site on the web, which a page links to: http or https and nothing else; what names neither is kept as https."""

    type: str = "url"

    def read_text(self, text: str) -> str:
        address = reading.read_code(text)
        if not SITE.fullmatch(address):
            raise Unreadable(NOT_A_SITE)
        return address if "://" in address else f"https://{address}"
