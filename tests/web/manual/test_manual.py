"""The program's own manual: one tap from one's account and from signing in, as pages and on paper."""

import re
import subprocess

import pytest

from fieldforms.flow.manual.manual_chapters import CHAPTERS
from fieldforms.web import static
from tests.engines import QR_ALONE, tool
from tests.manual_pictures import PAGES
from tests.web.sheets.hands import pdf_text

OWN = {
    "chen": "technician",
    "gao": "supervisor",
    "sunmin": "dispatcher",
    "admin": "admin",
    "shen": "office",
    "wangjing": "office",
}


@pytest.mark.parametrize(("login", "chapter"), OWN.items())
def test_ones_own_chapter_is_one_tap_from_the_account(world, login, chapter):
    browser = world.browser(login)
    assert f'href="/manual/{chapter}"' in browser.get("/account").text
    listed = re.findall(r'href="/manual/(\w+)"', browser.get("/manual").text)
    assert listed[0] == chapter and sorted(listed) == sorted(CHAPTERS)


def test_whoever_cannot_sign_in_yet_reads_it_too(world):
    browser = world.browser()
    assert 'href="/manual"' in browser.get("/sign-in").text
    page = browser.get("/manual/client").text
    assert "扫码报修" in page and "<b>「确认并签字」</b>" in page
    english = browser.get("/manual/client?lang=en").text
    assert "<b>“Confirm and sign”</b>" in english and "确认并签字" not in english


def test_a_chapter_shows_the_programs_own_screens(world):
    browser = world.browser("chen")
    page = browser.get("/manual/technician").text
    pictures = re.findall(r'<img src="([^"]+)" alt="([^"]+)"', page)
    assert len(pictures) == 6 and all(caption for _address, caption in pictures)
    found = browser.get(pictures[0][0])
    assert found.status_code == 200 and found.headers["Content-Type"] == "image/webp"
    assert pictures[0][0] == static.address("manual/zh/home.webp")


@pytest.mark.parametrize("address", [address for _login, address in PAGES.values()])
def test_its_pictures_are_taken_of_pages_that_there_are(app, address):
    path = address.format(code="HVC7K2M9QX", chen=1).split("?")[0]
    assert app.url_map.bind("ff.example.cn", url_scheme="https").match(path)


def test_there_is_no_chapter_for_anybody_else(world):
    assert world.browser().get("/manual/wizard").status_code == 404
    assert world.browser().get("/manual/quick-card").status_code == 404


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_chapter_is_printed_on_the_companys_paper(world, lang, tmp_path):
    answer = world.browser().get(f"/manual/technician.pdf?lang={lang}")
    assert answer.status_code == 200 and answer.headers["Content-Type"] == "application/pdf"
    printed = "".join(pdf_text(answer.data, tmp_path).split())
    wanted = {"zh": ("使用手册", "「检查并交客户签字」"), "en": ("Usermanual", "“Checkandhandtoclient”")}
    assert all(words in printed for words in wanted[lang])
    assert 2 <= int(told_of(tmp_path / "sheet.pdf").split("Pages:")[1].split()[0]) <= 4


def told_of(path) -> str:
    return subprocess.run([tool("pdfinfo"), path], check=True, capture_output=True, text=True).stdout


def test_the_technicians_card_is_half_a_page_with_the_way_in(world, tmp_path):
    answer = world.browser("chen").get("/manual/quick-card.pdf")
    (tmp_path / "card.pdf").write_bytes(answer.data)
    told = told_of(tmp_path / "card.pdf")
    assert re.search(r"Pages:\s+1\n", told) and "419.528 x 595.276 pts" in told
    subprocess.run([tool("pdftoppm"), "-r", "150", "-png", "card.pdf", "card"], cwd=tmp_path, check=True)
    read = subprocess.run(
        [tool("zbarimg"), *QR_ALONE, "card-1.png"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    )
    assert read.stdout.strip() == world.app.config["SETTINGS"].url
