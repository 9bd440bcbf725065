"""The pages of strangers' PDFs and pictures: how many, what they say, how they look. Opened in a process of their own.

PDFium is no thing for threads, and a hostile file may take all the memory and all the time there is: page_helper.py opens
them, one at a time, and is ended when it takes too long. The next request starts another one.
"""

from pathlib import Path

from fieldforms.helper_processes import HelperFailed, HelperProcess

SECONDS_FOR_PAGE = 20  # for one request: a page takes some 50 ms
PDF_TYPE = "application/pdf"
PICTURE_TYPES = ("image/jpeg", "image/png", "image/webp")
WIDTHS = {"page": 1000, "large": 2000}  # pixels: as wide as a phone, and to look into
MOST_PICTURE_BYTES = {"page": 100_000, "large": 400_000}
MOST_KEPT_PICTURES = 100  # in memory, ten megabytes at most

helper = HelperProcess("fieldforms.paper.page_helper", SECONDS_FOR_PAGE)


class UnreadableFile(Exception):
    """`why`: "damaged", "password", "pixels", "slow" or "no such page"."""

    def __init__(self, why: str):
        super().__init__(why)
        self.why = why


def is_readable(media_type: str) -> bool:
    """Can its pages be shown?"""
    return media_type == PDF_TYPE or media_type in PICTURE_TYPES


def pages_of_file(path: Path, media_type: str) -> int:
    """Raises UnreadableFile."""
    verb = "count_pages" if media_type == PDF_TYPE else "measure_image"
    return ask_helper(verb, path=str(path))[0]["pages"]


def texts_of_pages(path: Path, first: int, last: int) -> list[str]:
    """What a PDF's pages say, from 1, both included. Raises UnreadableFile."""
    return ask_helper("read_texts", path=str(path), first=first, last=last)[0]["texts"]


def picture_of_page(path: Path, media_type: str, digest: str, number: int, size: str) -> bytes:
    """WebP. `digest`: of the file's content, by which pictures are remembered; `size`: of WIDTHS. Raises UnreadableFile."""
    key = digest, number, size
    known = kept_pictures.get(key)
    if known is None:
        verb = "draw_page" if media_type == PDF_TYPE else "draw_image"
        given = {"number": number, "width": WIDTHS[size], "most_bytes": MOST_PICTURE_BYTES[size]}
        known = ask_helper(verb, path=str(path), **given)[1]
        keep_picture(key, known)
    return known


kept_pictures: dict[tuple[str, int, str], bytes] = {}  # the first is the oldest


def keep_picture(key: tuple[str, int, str], picture: bytes) -> None:
    if key[2] != "page":
        return
    kept_pictures[key] = picture
    while len(kept_pictures) > MOST_KEPT_PICTURES:
        kept_pictures.pop(next(iter(kept_pictures)), None)


def ask_helper(verb: str, **given) -> tuple[dict, bytes]:
    """The answer and the bytes that come with it. Raises UnreadableFile; Busy when others take too long."""
    try:
        return helper.ask(verb, **given)
    except HelperFailed as failed:
        raise UnreadableFile(failed.why) from failed
