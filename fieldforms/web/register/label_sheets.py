"""Labels as a PDF to print."""

from flask import request

from fieldforms import config
from fieldforms.errors import N_, NoLabelAddress, NotFound
from fieldforms.paper.labels import LABEL_LAYOUTS, Label, pdf
from fieldforms.web import page
from fieldforms.web.file_responses import pdf_file


def label_sheet(codes: list):
    """The labels of these codes in the layout that the address asks for. Raises NotFound, NoLabelAddress."""
    layout = request.args.get("layout", "a4-3x7")
    if not codes or layout not in LABEL_LAYOUTS:
        raise NotFound
    body = pdf([label_of_code(code) for code in codes], layout, page.lang(), config.current.service_phone)
    return pdf_file(body, f"labels-{layout}")


def label_of_code(code) -> Label:
    if code.part_id:
        kind = " ".join(word for word in (code.part.brand, code.part.model) if word)
        return Label(
            code.code, printed_address(code.code), code.part.name, kind, page.say(N_("扫码领用 / 归还"))
        )
    device = code.device if code.device_id else None
    place = device.room.name if device and device.room_id else ""
    return Label(code.code, printed_address(code.code), device.name if device else "", place)


LONGEST_ADDRESS = 47  # characters, for a QR of version 3 (design.md, Codes)


def printed_address(code: str) -> str:
    """HTTPS://HOST/D/CODE, the exact address in the QR. Raises NoLabelAddress."""
    return f"{label_origin()}/d/{code}".upper()


def label_origin() -> str:
    """Raises NoLabelAddress."""
    found = page.label_origin()
    if not found:
        raise NoLabelAddress
    return found
