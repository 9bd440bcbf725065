"""What a reader of tags hears (PDF/UA-1, 7.5): a table has header cells, and what is no table is not called one."""

import re
import subprocess

import pytest

from fieldforms.forms.faces import Face
from fieldforms.paper import pdf
from fieldforms.paper.month import ClientReport, ReportColumn, ReportTable, render_report
from fieldforms.paper.sheet import Block, SheetRow
from tests.paper import samples

NOON = 1763964667000
ROWS = samples.grid(("名称", "型号"), [("功放", "A1"), ("音箱", "B2")])
REPEAT = Block(
    "devices",
    "设备",
    "rows",
    (SheetRow("devices", "系统设备", ROWS, kind="repeat"), SheetRow("note", "备注", Face())),
)
SHEETS = ReportTable("单据", (ReportColumn("编号"), ReportColumn("日期")), (("FW-202611-0001", "11月4日"),))
BOTH = (("客户", "市政务服务中心"), ("服务单位", "公司"))
MONTH = ClientReport(
    "zh", "公司", "运维月报", "2026年11月", (("客户", "市政务服务中心"), ("单据", "1 张")), (SHEETS,), BOTH
)
PRINTED = {
    "a contact sheet": (lambda: pdf.render_sheet(samples.contact(), timestamp_ms=NOON), 0),
    "a maintenance report": (lambda: pdf.render_sheet(samples.maintenance(), timestamp_ms=NOON), 1),
    "an English one": (lambda: pdf.render_sheet(samples.maintenance("en"), timestamp_ms=NOON), 1),
    "rows": (lambda: pdf.render_sheet(samples.contact(blocks=(REPEAT,)), timestamp_ms=NOON), 1),
    "a month": (lambda: render_report(MONTH, timestamp_ms=NOON), 2),
}


@pytest.mark.parametrize(("printed", "least"), PRINTED.values(), ids=PRINTED)
def test_every_table_has_header_cells(tmp_path, printed, least):
    (tmp_path / "sheet.pdf").write_bytes(printed())
    told = subprocess.run(
        ["pdfinfo", "-struct", "sheet.pdf"], cwd=tmp_path, capture_output=True, check=True
    ).stdout
    tables = re.split(rb"\n\s*Table \(block\)", told)[1:]
    assert len(tables) >= least
    assert all(re.search(rb"\n\s*TH\b", table) for table in tables)
    assert (len(tables) == 0) == (least == 0)
