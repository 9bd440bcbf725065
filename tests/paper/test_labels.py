"""Labels: printed, then read again as a phone would."""

import re
import subprocess

import pytest

from fieldforms.paper import labels, qr
from fieldforms.paper.labels import Label
from tests.engines import QR_ALONE

HOST = "HTTPS://FORMS.TINGLAN-AV.COM.CN/D/"
NAMES = (
    "数字音频处理器",
    "",
    "会议室 LED 显示屏控制系统主机（含备用电源与远程管理模块）第二套",
    "Biamp TesiraFORTÉ AI",
    "话筒 😀",
)


def some(count):
    codes = [f"7K3QF9X2{n:02}" for n in range(count)]
    return [Label(code, HOST + code, NAMES[n % 5], "三楼第一会议室") for n, code in enumerate(codes)]


def read(pdf, folder):
    """The addresses zbarimg finds on each page, sorted."""
    (folder / "labels.pdf").write_bytes(pdf)
    subprocess.run(["pdftoppm", "-r", "150", "-png", "labels.pdf", "page"], cwd=folder, check=True)
    pages = sorted(folder.glob("page-*.png"))
    return [sorted(run("zbarimg", *QR_ALONE, page).split()) for page in pages]


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_label_of_an_a4_sheet_reads_as_its_exact_address(tmp_path, lang):
    wanted = some(24)
    pages = read(labels.pdf(wanted, "a4-3x7", lang, "400-820-1155"), tmp_path)
    assert pages == [[label.url for label in wanted[:21]], [label.url for label in wanted[21:]]]


@pytest.mark.parametrize("layout", ["60x40", "50x30"])
def test_a_label_printer_gets_one_label_a_page(tmp_path, layout):
    wanted = some(5)
    assert read(labels.pdf(wanted, layout, "zh", "400-820-1155"), tmp_path) == [
        [label.url] for label in wanted
    ]


def test_the_code_is_version_3_with_its_quiet_zone():
    picture = qr.svg(HOST + "7K3QF9X2MN", "Q")
    assert 'viewBox="0 0 37 37"' in picture  # 29 modules and 4 on either side
    runs = [tuple(map(int, run)) for run in re.findall(r"M(\d+) (\d+)h(\d+)", picture)]
    assert min(x for x, _, _ in runs) == min(y for _, y, _ in runs) == 4
    assert max(x + width for x, _, width in runs) == max(y for _, y, _ in runs) + 1 == 33


@pytest.mark.parametrize("layout", labels.LABEL_LAYOUTS.values())
def test_modules_are_large_and_nothing_leaves_its_label(layout):
    assert layout.qr / 37 >= 0.6  # millimetres a module
    assert layout.qr <= layout.size[1] - 3
    (columns, rows), (left, top), (dx, dy) = layout.grid, layout.margin, layout.pitch
    assert left + (columns - 1) * dx + layout.size[0] <= layout.page[0] - left + 0.01
    assert top + (rows - 1) * dy + layout.size[1] <= layout.page[1] - top + 0.01


def test_people_read_the_code_the_name_and_the_telephone(tmp_path):
    (tmp_path / "one.pdf").write_bytes(labels.pdf(some(1), "60x40", "zh", "400-820-1155"))
    text = run("pdftotext", tmp_path / "one.pdf", "-")
    for line in ("数字音频处理器", "三楼第一会议室", "7K3QF 9X200", "扫码报修 / 填单", "电话 400-820-1155"):
        assert line in text


def test_the_same_labels_are_the_same_bytes():
    assert labels.pdf(some(3), "60x40", "en") == labels.pdf(some(3), "60x40", "en")
