"""Lists leave the house while they are read: the first row goes before the others are there. Each workbook names its sheet."""

import io

import openpyxl
import pytest

from fieldforms.store import clock
from fieldforms.store.models import Audit, Movement, Part, StockPlace
from tests import cables
from tests.web.sheets.hands import exporter


@pytest.fixture
def much(world) -> dict[str, str]:
    """Some of each: address → words of its second row."""
    places = StockPlace.get_or_create(kind="company", client=None, user=None)[0]
    for name in ("一号灯泡", "二号灯泡"):
        part = Part.create(name=name, kind="part", unit="个", created_at=clock.now())
        Movement.create(
            part=part, kind="received", quantity=1, target=places, at=clock.now(), note=f"收到{name}"
        )
    cables.connected(world.office)
    out = cables.add_port(world.office.device, "HDMI OUT 2", "out")
    cables.plug_in(out, cables.add_port(cables.add_device(world.office, "侧屏"), "HDMI 1"), "H-002")
    return {
        "/parts.csv": "二号灯泡",
        "/parts/movements.csv": "收到一号灯泡",
        f"/clients/{world.office.client.id}/cables.csv": "H-002",
        "/devices.csv": "侧屏",
    }


def test_the_first_row_goes_before_the_second_is_read(world, much):
    for address, later in much.items():
        pieces = list(filter(None, exporter(world).get(address, buffered=False).response))
        head = b"".join(pieces[:1]).decode()
        assert len(pieces) > 1 and later not in head and later in b"".join(pieces).decode(), address


def test_what_leaves_is_written_down_before_its_first_row(world, much):
    for action, address in (("stock", 0), ("movements", 1), ("cables", 2)):
        answer = exporter(world).get(list(much)[address], buffered=False)
        assert Audit.get(Audit.action == f"{action}.export").detail == {"kind": "csv", "rows": 2}
        answer.close()


def test_readings_go_in_pieces_too_and_say_how_many(world):
    for _ in range(3):
        Audit.create(
            at=clock.now(), actor=world.users["chen"], action="devices.export", ref="", detail={"rows": 1}
        )
    answer = exporter(world, "gao").get("/readings.xlsx", buffered=False)
    assert Audit.get(Audit.action == "readings.export").detail["rows"] == 3
    assert len(list(answer.response)) > 1


@pytest.mark.parametrize(
    ("lang", "names"),
    [
        ("zh", ("备件", "出入库记录", "线缆表", "设备", "客户服务联络单", "设备型号")),
        (
            "en",
            (
                "Parts",
                "Stock movements",
                "Cable schedule",
                "Devices",
                "Customer service contact sheet",
                "Models",
            ),
        ),
    ],
)
def test_a_workbook_names_its_sheet_in_the_language_asked_for(world, much, lang, names):
    asked = [address.replace(".csv", ".xlsx") for address in much]
    asked += ["/records.xlsx?form=service-contact", "/imports/templates/models.xlsx"]
    for address, name in zip(asked, names, strict=True):
        answer = exporter(world, "sunmin").get(f"{address}{'&' if '?' in address else '?'}lang={lang}")
        assert openpyxl.load_workbook(io.BytesIO(answer.data)).sheetnames == [name], address
