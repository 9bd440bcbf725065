"""What one search found, kind by kind, as the template inbox/home/find.html takes it."""

from dataclasses import dataclass
from typing import Any

from flask import url_for

from fieldforms import i18n
from fieldforms.errors import N_
from fieldforms.flow.inbox import finding
from fieldforms.flow.people.accounts import ROLE_NAMES
from fieldforms.flow.sheets import words_of_records
from fieldforms.store.documents.document_search import DocumentHit
from fieldforms.store.models import Client, Contact, Device, Part, Record, Room, User
from fieldforms.web import page
from fieldforms.web.access import actor
from fieldforms.web.documents.document_pages import line_of_hit
from fieldforms.web.inbox.inbox_lines import described_record, join_texts
from fieldforms.web.register.device_pages import address_of_device


@dataclass(frozen=True)
class FoundPart:
    """`rows` as the template inbox/home/_macros.html takes them; `all_at`: the list that has them all, "" where these are all."""

    title: str
    rows: list[dict]
    all_at: str = ""
    side: bool = False  # of sheets and documents, beside what the register has


def found_parts(text: str) -> list[FoundPart]:
    """By kind; none where nothing was found."""
    return [part_of_kind(found, text) for found in finding.find_everywhere(actor(), text)]


def part_of_kind(found: finding.Found, text: str) -> FoundPart:
    title, line, endpoint = KINDS_SHOWN[found.kind]
    all_at = url_for(endpoint, q=text) if endpoint and found.more else ""
    return FoundPart(page.say(title), [line(row, text) for row in found.rows], all_at, found.kind in TOLD)


def found_sheet_line(row: Record, text: str) -> dict:
    told, said = words_of_records.line_of_row(row, page.lang()), described_record(row)
    day = i18n.format_moment(row.dated_at, page.lang(), page.tz())
    form = told.form if told.form != said["title"] else ""
    detail = join_texts(form, day, said["detail"])
    return said | {"detail": detail, "badge": told.result, "tone": told.result_tone}


def found_device_line(row: Device, text: str) -> dict:
    room = row.room.name if row.room_id else row.location
    detail = join_texts(row.client.short_name, room, f"{row.brand} {row.model}".strip(), row.serial)
    return {"url": address_of_device(row), "title": row.name, "detail": detail} | retired_badge(row)


def found_room_line(row: Room, text: str) -> dict:
    detail = join_texts(row.client.short_name, row.building, row.floor)
    return {"url": url_for("rooms.show", room_id=row.id), "title": row.name, "detail": detail}


def found_client_line(row: Client, text: str) -> dict:
    detail = join_texts(row.short_name if row.short_name != row.name else "", row.address)
    return {
        "url": url_for("clients.show", client_id=row.id),
        "title": row.name,
        "detail": detail,
    } | retired_badge(row)


def found_contact_line(row: Contact, text: str) -> dict:
    detail = join_texts(row.client.short_name, row.title, row.mobile or row.phone)
    return {"url": url_for("contacts.show", contact_id=row.id), "title": row.name, "detail": detail}


def found_person_line(row: User, text: str) -> dict:
    gone = {"badge": page.say(N_("已停用")), "tone": "plain"} if row.disabled_at else {}
    detail = join_texts(page.say(ROLE_NAMES[row.role]), row.phone)
    return {"url": url_for("people.show", id=row.id), "title": row.name, "detail": detail} | gone


def found_part_line(row: Part, text: str) -> dict:
    title = f"{row.name} {row.model}".strip()
    return {
        "url": url_for("parts.show", part_id=row.id),
        "title": title,
        "detail": row.brand,
    } | retired_badge(row)


def found_document_line(row: DocumentHit, text: str) -> dict:
    told = line_of_hit(row, text)
    on_page = page.say(N_("第 %(n)s 页"), n=row.page) if row.page > 1 else ""
    said = {"begins": told["where"]} if told["where"] else {}
    return {
        "url": told["url"],
        "title": row.document.title,
        "detail": join_texts(told["of"], on_page),
    } | said


def retired_badge(row: Any) -> dict:
    return {"badge": page.say(N_("已停用")), "tone": "plain"} if row.retired_at else {}


TOLD = ("sheet", "document")
KINDS_SHOWN = {  # heading, its line, the list that takes `q` ("": no list does)
    "sheet": (N_("单据"), found_sheet_line, "records.index"),
    "device": (N_("设备"), found_device_line, "devices.index"),
    "room": (N_("房间"), found_room_line, ""),
    "client": (N_("客户"), found_client_line, ""),
    "contact": (N_("联系人"), found_contact_line, ""),
    "person": (N_("人员"), found_person_line, ""),
    "part": (N_("备件"), found_part_line, "parts.index"),
    "document": (N_("资料"), found_document_line, "documents.index"),
}
