"""A person as a vCard 4.0 (RFC 6350), as a file for an address book and as the text of a QR. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

LONGEST_LINE = 75  # octets without the line break (RFC 6350 §3.2)
CRLF = "\r\n"
MEDIA_TYPE = "text/vcard; charset=utf-8"
# §3.4: what would end a value, a component or a list is escaped; a line break is written as \n.
ESCAPES = str.maketrans({"\\": "\\\\", "\n": "\\n", ",": "\\,", ";": "\\;"})


@dataclass(frozen=True)
class ContactCard:
    """`office` and `address`: where to find somebody, and where the building is. Telephones as they were typed."""

    name: str
    organisation: str = ""
    title: str = ""
    mobile: str = ""
    phone: str = ""
    email: str = ""
    office: str = ""
    address: str = ""
    note: str = ""


def vcard_file(card: ContactCard) -> bytes:
    """UTF-8, every line folded."""
    return "".join(fold_line(line) + CRLF for line in lines_of_card(card)).encode()


def vcard_for_qr(card: ContactCard) -> str:
    """What a phone's camera reads in one go: without the folds, which some readers leave in, and without the note."""
    return CRLF.join(line for line in lines_of_card(card) if not line.startswith("NOTE:")) + CRLF


def lines_of_card(card: ContactCard) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield f"FN:{escape_text(card.name)}"
    # Which part of a Chinese name is the family's nobody has written down: address books show FN.
    yield f"N:{escape_text(card.name)};;;;"
    plain = (
        ("ORG", card.organisation), ("TITLE", card.title), ("TEL;TYPE=cell", card.mobile),
        ("TEL;TYPE=work", card.phone), ("EMAIL;TYPE=work", card.email),
    )  # fmt: skip
    for name, value in plain:
        if value:
            yield f"{name}:{escape_text(value)}"
    street = " ".join(filter(None, (card.address, card.office)))
    if street:
        yield f"ADR;TYPE=work:;;{escape_text(street)};;;;"
    if card.note:
        yield f"NOTE:{escape_text(card.note)}"
    yield "END:VCARD"


def escape_text(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(each for each in lines if each == "\n" or each.isprintable()).translate(ESCAPES)


def fold_line(line: str) -> str:
    """At most 75 octets a line, and no character of several octets torn apart."""
    folded, room = [""], LONGEST_LINE
    for each in line:
        size = len(each.encode())
        if size > room:
            folded.append("")
            room = LONGEST_LINE - 1  # the space that begins a continued line
        folded[-1] += each
        room -= size
    return f"{CRLF} ".join(folded)
