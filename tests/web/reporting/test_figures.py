"""The pages of figures: what each number says stands behind its link, and nothing is ranked that can't be."""

import re
from html import unescape

import pytest

from fieldforms.flow.reporting.counted_figures import ROWS_A_PAGE
from fieldforms.flow.reporting.figures import ALL_FIGURES
from fieldforms.store import clock
from fieldforms.store.models import Audit, Client, Device, Entry, Record, RecordDevice
from tests.web.sheets.hands import text

NUMBER_WITH_LINK = re.compile(r'<td class="figure"><a href="([^"]+)">([\d,]+)</a>')


@pytest.fixture
def worked(world):
    """Two signed sheets, one that is not, and faults of two projectors that were solved on site."""
    world.signed_sheet()
    world.signed_sheet("zhou", world.university, rating="fair")
    world.waiting_sheet()
    failed(world, "Zeta", 2, 6)
    return world


def page_of(world, address: str) -> str:
    answer = world.browser("gao", phone=False).get(address)
    assert answer.status_code == 200, address
    return unescape(text(answer))


@pytest.mark.parametrize("figure", ALL_FIGURES, ids=lambda figure: figure.name)
def test_every_number_of_a_page_is_the_number_of_rows_behind_it(worked, figure):
    for by in figure.dimensions_offered[:2]:
        for address, n in NUMBER_WITH_LINK.findall(page_of(worked, f"/statistics/{figure.name}?by={by}")):
            rows = page_of(worked, address)
            assert f"共 {n} 条" in rows and rows.count('<th scope="row">') == int(n), address


def test_a_line_leads_deeper_and_keeps_what_it_is_narrowed_to(worked):
    client = worked.university.client.id
    page = page_of(worked, f"/statistics/rate?client={client}&category=processor&from=2026-01-01")
    (address,) = re.findall(r'<th scope="row"><a href="([^"]+)">Biamp</a>', page)
    assert {"brand=biamp", f"client={client}", "category=processor", "from=2026-01-01", "by=model"} <= {
        *re.split("[?&]", address)
    }
    assert f"/statistics/cost?from=2026-01-01&client={client}&category=processor&by=brand" in page
    assert "品牌 Biamp" in page_of(worked, address)


def test_two_questions_are_answered_by_tapping_what_is_there(worked):
    """Which brand of processor fails most, and what did it cost us at this client?"""
    page = page_of(worked, "/statistics")
    tapped = []

    def tap(words: str) -> None:
        nonlocal page
        page = page_of(
            worked,
            next(
                url
                for url, said in re.findall(
                    r'<a(?![^>]*tabindex)[^>]* href="([^"]+)"[^>]*>(.*?)</a>', page, re.DOTALL
                )
                if words in said
            ),
        )
        tapped.append(words)

    Device.update(category="processor").where(Device.brand == "Zeta").execute()
    for words in ("故障率", "按类别", "音频处理器"):
        tap(words)
    assert re.findall(r'<th scope="row"><a href="[^"]+">([^<]+)</a>', page)[0] == "Zeta"
    for words in ("维修费用", "本年", "按客户", worked.office.client.short_name):
        tap(words)
    line = re.search(r'<th scope="row"><a href="[^"]+">Zeta</a>.*?</tr>', page, re.DOTALL)
    assert line and "480.00" in line[0] and len(tapped) == 7


def failed(world, brand: str, devices: int, faults: int) -> None:
    """`faults` of devices of this brand, each restored before the next."""
    now, made = clock.now(), []
    for at in range(devices):
        made.append(Device.create(client=world.office.client, name=f"{brand} {at}", brand=brand, category="projector",
                                  installed_on="2020-01-01", created_at=now))  # fmt: skip
    for at in range(faults):
        opened = now - (at + 1) * clock.DAY_MS
        row = Record.create(
            uuid=f"{brand}-{at}", number=f"{brand}-{at}", key="fault-report", definition=1, client=world.office.client, urgency="normal",
            opened_at=opened, dated_at=opened, updated_at=opened, responded_at=opened, restored_at=opened, fault_class="device", state="closed",
            minutes=20, cost=80_00,
        )  # fmt: skip
        RecordDevice.create(record=row, device=made[at % devices], dated_at=opened)


def rates(world, days: str = "") -> tuple[str, list[str]]:
    """What the page says of the order, and its lines in theirs."""
    page = page_of(world, f"/statistics/rate?category=projector{days}")
    return page, re.findall(r'<th scope="row"><a href="[^"]+">([^<]+)</a>', page)


def test_nothing_is_ranked_while_intervals_overlap_or_too_few_failed(world):
    failed(world, "Zeta", 10, 4)
    failed(world, "Alpha", 10, 0)
    page, lines = rates(world)
    assert "看不出哪一个故障最多" in page and lines == ["Zeta", "Alpha"] and "第 1" not in page
    failed(world, "Omega", 10, 40)
    page, lines = rates(world)
    assert "Omega 故障最多" in page and lines == ["Omega", "Zeta", "Alpha"] and "第 1" in page


def test_a_rate_of_none_says_more_than(world):
    failed(world, "Alpha", 3, 0)
    page, _lines = rates(world, "&from=2025-01-01&to=2025-12-31")
    assert (
        "超过 1.0 年" in page and "0.00–1.23" in page
    )  # of 3 device-years: 3/3.00, and 3.689/3 a year at most


@pytest.mark.parametrize("odd", ["client=99999", "client=x", "brand=%27", "from=2026-13-01", "by=nothing", "value=x", "value=1", "room=-", "before=1.x"])  # fmt: skip
def test_an_odd_address_is_answered_with_a_page(worked, odd):
    for address in ("/statistics/faults", "/statistics/cost/sheets", "/statistics/satisfaction/sheets"):
        assert page_of(worked, f"{address}?{odd}")


@pytest.mark.parametrize("figure", ALL_FIGURES, ids=lambda figure: figure.name)
def test_each_filter_takes_what_is_none_and_what_nobody_knows(worked, figure):
    """None of it, of confidential sheets, what can't be read, and what isn't there: one by one, and all at once."""
    for name in figure.dimensions:
        assert page_of(worked, f"/statistics/{figure.name}?{name}=-"), name
    for value in ("-", "*", "x", "99999"):
        for page in ("", "/sheets"):
            asked = "&".join(f"{name}={value}" for name in (*figure.dimensions, "value"))
            assert page_of(worked, f"/statistics/{figure.name}{page}?{asked}"), asked


@pytest.mark.parametrize("days", ["from=2026-11-01&to=2026-11-30", "from=2026-11-02&to=2026-11-08", "from=2026-11-02&to=2026-11-02",
                                  "from=2026-09-01", "from=2024-01-01&to=2026-11-30", "from=2019-01-01"])  # fmt: skip
def test_any_time_is_told_by_days_months_or_years(worked, days):
    for figure in ("faults", "visits", "hours", "satisfaction"):
        assert "<table>" in page_of(worked, f"/statistics/{figure}?by=month&{days}"), figure


def test_a_figure_leaves_as_a_table_only_after_the_password(worked):
    assert "text/html" in worked.browser("gao").get("/statistics/cost.csv").content_type
    browser = worked.browser("gao", confirmed=True)
    rows = browser.get("/statistics/satisfaction.csv?by=client").text
    assert "\n政务中心,1,1.0,1,0," in rows.replace("\r", "") and "\n文澜大学,1,0.0,0,0,1," in rows.replace(
        "\r", ""
    )
    assert "合计,2,0.5,1,0,1," in rows
    assert browser.get("/statistics/rate.xlsx").data[:2] == b"PK"


@pytest.fixture
def cleared(worked):
    """The supervisor reads confidential sheets, and the university's, of which the client complained, is one."""
    worked.users["gao"].confidential = True
    worked.users["gao"].save()
    row = Record.get(Record.satisfaction == "fair")
    Record.update(confidential=True).where(Record.id == row.id).execute()
    return worked, row.number


def readings(number: str) -> int:
    return Audit.select().where(Audit.action == "record.read", Audit.ref == number).count()


def test_a_comment_on_a_confidential_sheet_is_read_on_the_record(cleared):
    world, number = cleared
    page_of(world, "/statistics/satisfaction?by=client")
    page_of(world, "/statistics/satisfaction/sheets")
    assert not readings(number)
    assert number in page_of(world, "/statistics/satisfaction/comments")
    assert readings(number) == 1


@pytest.mark.parametrize("figure", ALL_FIGURES, ids=lambda figure: figure.name)
def test_no_line_names_what_a_confidential_sheet_is_about(worked, figure):
    worked.users["gao"].confidential = True
    worked.users["gao"].save()
    Device.update(name="暗室主机", brand="暗牌").where(Device.brand == "Zeta").execute()
    Record.update(confidential=True).execute()
    for by in {"device", "brand", "room", "fault_class", "reason"}.intersection(figure.dimensions):
        page = page_of(worked, f"/statistics/{figure.name}?by={by}")
        lines = re.findall(r'<th scope="row"><a href="([^"]+)">([^<]+)</a>', page)
        # The rate's other lines are those of the register, which is open.
        assert figure.name == "rate" or {name for _url, name in lines} <= {"涉密"}, (by, lines)
        for address, n in NUMBER_WITH_LINK.findall(page):
            assert f"共 {n} 条" in page_of(worked, address), address


def test_comments_go_on_on_the_next_page(world):
    world.signed_sheet(rating="fair")
    row, now = Record.get(Record.satisfaction == "fair"), clock.now()
    entries = list(Entry.select().where(Entry.record == row.uuid).dicts())
    for at in range(ROWS_A_PAGE):
        again = row.__data__ | {
            "id": None,
            "uuid": f"again-{at}",
            "number": f"T-{at:04}",
            "signed_at": now - at,
        }
        Record.create(**again)
        for entry in entries:
            Entry.create(**entry | {"id": None, "record": again["uuid"], "digest": f"{at}-{entry['digest']}", "draft": None,
                             "chain_seq": entry["chain_seq"] + 1000 * (at + 1)})  # fmt: skip
    first = page_of(world, "/statistics/satisfaction/comments")
    (following,) = set(re.findall(r'href="(/statistics/satisfaction/comments\?before=[^"]+)"', first))
    rest = page_of(world, following)
    each = [set(re.findall(r'href="/records/([^"/?]+)"', page)) for page in (first, rest)]
    assert f"共 {ROWS_A_PAGE + 1} 条" in first and f"共 {ROWS_A_PAGE + 1} 条" in rest
    assert [len(numbers) for numbers in each] == [ROWS_A_PAGE, 1] and not each[0] & each[1]


BAR = re.compile(r'<a href="([^"]+)" tabindex="-1" aria-label="[^"]* n = (\d+)"')


@pytest.mark.parametrize("figure", ALL_FIGURES, ids=lambda figure: figure.name)
def test_a_bar_leads_to_as_many_rows_as_it_says(worked, figure):
    row = Record.get(Record.number == "Zeta-0")
    long_ago = row.opened_at - 40 * clock.DAY_MS
    Record.update(opened_at=long_ago, responded_at=long_ago, restored_at=long_ago).where(
        Record.id == row.id
    ).execute()
    page = page_of(worked, f"/statistics/{figure.name}?by={figure.dimensions[0]}")
    bars = BAR.findall(page)
    assert bars or "lanes-chart" not in page
    for address, n in bars:
        rows = page_of(worked, address)
        assert rows.count('<th scope="row">') == int(n) and (f"共 {n} 条" in rows or n == "0"), address


def test_a_spreadsheet_says_of_what_its_numbers_are(worked):
    browser = worked.browser("gao", confirmed=True)
    Client.update(hours_per_year=100).execute()
    for name, heads in {
        "age": "中位数 (年),九成不超过 (年),上期 (年)",
        "restore": "中位数 (分钟),九成不超过 (分钟),上期 (分钟)",
        "cost": "合计 (元),平均每单 (元),上期 (元)",
        "hours": "合计 (小时),平均每单 (小时),约定 (小时),上期 (小时)",
        "satisfaction": "满意率 (1 = 全部),",
        "rate": "平均无故障 (年)",
    }.items():
        assert heads in browser.get(f"/statistics/{name}.csv?by=client").text, name
    assert "上期" not in browser.get("/statistics/cost.csv?by=month").text
