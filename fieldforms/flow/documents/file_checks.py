"""What may become a document: told by its content, not by its name; hostile things are refused with a sentence."""

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import puremagic

from fieldforms.errors import N_, BadDocument
from fieldforms.flow.documents.document_columns import CONFIGURATION
from fieldforms.forms.kinds import clean_text
from fieldforms.paper import page_pictures
from fieldforms.paper.page_pictures import PDF_TYPE, UnreadableFile
from fieldforms.store.files.arriving import ArrivingFile

MOST_DOCUMENT_BYTES = 50 * 1024 * 1024
MOST_PAGES = 3000
MOST_ZIP_DIRECTORY = 4 * 1024 * 1024  # bytes; a folder of ten thousand files takes one
LONGEST_FILE_NAME = 120
HEAD_BYTES, TAIL_BYTES = 4096, 66_000  # bytes looked at; a ZIP's end may stand so far from the end
SAVED_ONLY = "application/octet-stream"
OFFICE = "application/vnd.openxmlformats-officedocument."

# Ending → (media type, endings by which puremagic may call the same content). Those without a signature of their own have none.
KNOWN_TYPES: dict[str, tuple[str, tuple[str, ...]]] = {
    ".pdf": (PDF_TYPE, (".pdf",)),
    ".jpg": ("image/jpeg", (".jpg", ".jpeg", ".jfif")),
    ".jpeg": ("image/jpeg", (".jpg", ".jpeg", ".jfif")),
    ".png": ("image/png", (".png",)),
    ".webp": ("image/webp", (".webp",)),
    ".gif": (SAVED_ONLY, (".gif",)),
    ".tif": (SAVED_ONLY, (".tif", ".tiff")),
    ".tiff": (SAVED_ONLY, (".tif", ".tiff")),
    ".heic": (SAVED_ONLY, (".heic", ".heif")),
    ".docx": (f"{OFFICE}wordprocessingml.document", (".docx", ".zip")),
    ".xlsx": (f"{OFFICE}spreadsheetml.sheet", (".xlsx", ".zip")),
    ".pptx": (f"{OFFICE}presentationml.presentation", (".pptx", ".zip")),
    ".doc": ("application/msword", (".doc", ".wps")),
    ".wps": (SAVED_ONLY, (".doc", ".wps")),
    ".xls": ("application/vnd.ms-excel", (".xls", ".doc")),
    ".ppt": ("application/vnd.ms-powerpoint", (".ppt", ".doc")),
    ".vsd": (SAVED_ONLY, (".vsd", ".doc")),
    ".vsdx": (SAVED_ONLY, (".vsdx", ".zip", ".docx")),
    ".dwg": (SAVED_ONLY, (".dwg",)),
    ".dxf": (SAVED_ONLY, ()),
    ".zip": ("application/zip", (".zip", ".docx")),
    ".7z": (SAVED_ONLY, (".7z",)),
    ".rar": (SAVED_ONLY, (".rar",)),
    ".txt": (SAVED_ONLY, ()),
    ".csv": (SAVED_ONLY, ()),
    ".json": (SAVED_ONLY, ()),
    ".xml": (SAVED_ONLY, ()),
    ".ini": (SAVED_ONLY, ()),
    ".cfg": (SAVED_ONLY, ()),
    ".conf": (SAVED_ONLY, ()),
    ".log": (SAVED_ONLY, ()),
}
OFFICE_ENDINGS = {".docx": b"word/", ".xlsx": b"xl/", ".pptx": b"ppt/"}
# What a double tap runs, wherever it was saved to.
RUNNING_ENDINGS = set(
    """
    .exe .dll .com .scr .msi .msp .bat .cmd .ps1 .psm1 .vbs .vbe .js .jse .wsf .wsh .hta .jar .lnk .url .reg .sh .py .pif .cpl
    .apk .ipa .app .dmg .pkg .deb .rpm .iso .img .html .htm .xhtml .mht .mhtml .svg .svgz .docm .dotm .xlsm .xltm .xlam .pptm
    .potm .ppsm .swf .chm .desktop .appimage
    """.split()
)
PROGRAMS = (b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xfe\xed\xfa", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"#!", b"L\0\0\0\x01\x14\x02\0",
            b"ITSF", b"FWS", b"CWS", b"\xed\xab\xee\xdb", b"!<arch>\ndebian")  # fmt: skip
MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|script|iframe|svg|object|embed|meta|hta:)\b", re.IGNORECASE
)
MACROS = re.compile(rb"vbaProject\.bin|xl/macrosheets/", re.IGNORECASE)

FILE_REFUSALS = {
    "empty": N_("文件是空的"),
    "large": N_("文件太大，最大 50 MB"),
    "program": N_("这是程序、脚本或网页，不能放进资料库"),
    "macros": N_("里面有宏，请另存为不带宏的格式再上传"),
    "other content": N_("内容和扩展名不符"),
    "unknown": N_("不认识这种文件；设备的配置文件，种类请选“配置备份”"),
    "damaged": N_("文件已损坏，打不开"),
    "password": N_("PDF 有密码，请先去掉密码再上传"),
    "pixels": N_("像素太多"),
    "slow": N_("文件太复杂，打不开"),
    "pages": N_("页数太多，最多 3000 页，请分成几份"),
    "zip": N_("压缩包里的文件太多"),
}


@dataclass(frozen=True)
class CheckedFile:
    """What is kept of a file beside its content. `pages`: that can be read in the house; 0 for what is only saved."""

    name: str
    media_type: str
    pages: int


def check_document(arrived: ArrivingFile, name: str, kind: str) -> CheckedFile:
    """`name`: as the phone calls it; `kind`: of the document. Raises BadDocument."""
    name = clean_name(name)
    if not arrived.size:
        raise refusal_of_file("empty")
    if arrived.size > MOST_DOCUMENT_BYTES:
        raise refusal_of_file("large")
    head, tail = ends_of_file(arrived.path)
    refuse_programs(head, name)
    media_type = media_type_of(head, name, kind)
    if head.startswith(b"PK"):
        check_zip(arrived.path, tail, ending_of_name(name))
    return CheckedFile(name, media_type, count_readable_pages(arrived.path, media_type))


def refusal_of_file(why: str) -> BadDocument:
    return BadDocument(why=FILE_REFUSALS[why])


def clean_name(name: str) -> str:
    """The file's own name without folders, control characters and what turns text around; never empty."""
    last = PurePosixPath(clean_text(name).replace("\\", "/")).name.replace("\n", " ").strip(". ")
    stem, ending = stem_of_name(last), ending_of_name(last)
    return (stem[: LONGEST_FILE_NAME - len(ending)] + last[len(stem) :][: len(ending)]) or "file"


def ending_of_name(name: str) -> str:
    return PurePosixPath(name).suffix.lower()[:12]


def stem_of_name(name: str) -> str:
    return PurePosixPath(name).stem


def ends_of_file(path: Path) -> tuple[bytes, bytes]:
    with open(path, "rb") as file:
        head = file.read(HEAD_BYTES)
        file.seek(max(0, path.stat().st_size - TAIL_BYTES))
        return head, file.read()


def refuse_programs(head: bytes, name: str) -> None:
    """By content, and by each of the endings of its name: report.pdf.exe, report.exe.pdf."""
    endings = {each.lower() for each in PurePosixPath(name).suffixes}
    text = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")  # UTF-16 too
    if endings & RUNNING_ENDINGS or head.startswith(PROGRAMS) or is_markup(text):
        raise refusal_of_file("program")


def is_markup(text: bytes) -> bool:
    """Would a browser take it for a page? (Its guess: WHATWG MIME Sniffing §7.1.)"""
    return text.startswith(b"<") and MARKUP.search(text) is not None


def media_type_of(head: bytes, name: str, kind: str) -> str:
    """Raises BadDocument where name and content tell different things, or nothing known."""
    ending = ending_of_name(name)
    found = endings_of_content(head)
    if ending not in KNOWN_TYPES:
        if kind != CONFIGURATION:
            raise refusal_of_file("unknown")
        return SAVED_ONLY
    media_type, alike = KNOWN_TYPES[ending]
    if alike and not found & set(alike):
        raise refusal_of_file("other content")
    return media_type


def endings_of_content(head: bytes) -> set[str]:
    """How files that begin like this are called; empty for plain text and what nobody knows."""
    if head.startswith(b"%PDF-"):
        return {".pdf"}  # at the very beginning: a PDF behind something else is something else
    try:
        return {match.extension.lower() for match in puremagic.magic_string(head)} - {".pdf"}
    except (puremagic.PureError, ValueError):
        return set()


def check_zip(path: Path, tail: bytes, ending: str) -> None:
    """Its list of names, which stands at its end, is looked at; nothing is unpacked. Raises BadDocument."""
    at = tail.rfind(b"PK\x05\x06")  # APPNOTE 4.3.16
    if at < 0 or len(tail) < at + 20:
        raise refusal_of_file("damaged")
    size, start = (int.from_bytes(tail[at + n : at + n + 4], "little") for n in (12, 16))
    if size > MOST_ZIP_DIRECTORY:
        raise refusal_of_file("zip")
    with open(path, "rb") as file:
        file.seek(min(start, path.stat().st_size))
        names = file.read(size)
    if MACROS.search(names):
        raise refusal_of_file("macros")
    if ending in OFFICE_ENDINGS and OFFICE_ENDINGS[ending] not in names:
        raise refusal_of_file("other content")


def count_readable_pages(path: Path, media_type: str) -> int:
    if not page_pictures.is_readable(media_type):
        return 0
    try:
        pages = page_pictures.pages_of_file(path, media_type)
    except UnreadableFile as error:
        raise refusal_of_file(error.why if error.why in FILE_REFUSALS else "damaged") from error
    if not pages:
        raise refusal_of_file("damaged")
    if pages > MOST_PAGES:
        raise refusal_of_file("pages")
    return pages
