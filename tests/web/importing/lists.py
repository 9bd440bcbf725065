"""Lists as companies have them, and a dispatcher who brings one in by the pages."""

import io
import re
from html import unescape

import openpyxl

from fieldforms.flow.errands.errands import ERRANDS
from fieldforms.flow.jobs import jobs
from fieldforms.store.models import Import
from tests.people import PASSWORD, csrf


def workbook(*rows, **sheets) -> bytes:
    """An XLSX of one sheet, or of several by name. A row is a list of cells."""
    book = openpyxl.Workbook()
    for at, (name, each) in enumerate((sheets or {"设备": rows}).items()):
        sheet = book.active if not at else book.create_sheet()
        sheet.title = name
        for row in each:
            sheet.append(list(row))
    return saved(book)


def saved(book) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


class Desk:
    """Somebody at the pages of one import."""

    def __init__(self, world, login: str = "sunmin", kind: str = "devices"):
        self.world, self.kind = world, kind
        self.browser = world.browser(login, phone=False)
        self.token = csrf(self.browser.get("/account").text)
        self.address = ""

    def bring(self, body: bytes, name: str = "设备清单.xlsx"):
        data = {"csrf_token": self.token, "file": (io.BytesIO(body), name)}
        response = self.browser.post(f"/imports/new/{self.kind}", data=data)
        if response.status_code == 303:
            self.address = response.location.removesuffix("/columns")
        return response

    @property
    def row(self) -> Import:
        return Import.get(Import.uuid == self.address.rpartition("/")[2])

    def post(self, path: str, **data):
        return self.browser.post(f"{self.address}/{path}", data={"csrf_token": self.token, **data})

    def columns(self) -> dict[str, tuple[str, str]]:
        """Header → (its input, where it goes), as the page proposes."""
        page = self.browser.get(f"{self.address}/columns").text
        found = {}
        for label, name, body in re.findall(
            r'for="f-column-\d+">[A-Z]+ · (.*?)</label>.*?<select id="f-(column-\d+)".*?>(.*?)</select>',
            page,
            re.DOTALL,
        ):
            chosen = re.search(r'<option value="([^"]*)" selected', body)
            found[unescape(label)] = (name, chosen[1] if chosen else "")
        return found

    def destinations(self) -> dict[str, str]:
        return {label: destination for label, (_name, destination) in self.columns().items()}

    def place(self, fixed: dict | None = None, more: dict | None = None, **said):
        """`said`: header → destination, beside what is proposed."""
        names = {name: said.get(label, destination) for label, (name, destination) in self.columns().items()}
        fixed = {f"fixed-{name}": text for name, text in (fixed or {}).items()}
        return self.post("columns", **names, **fixed, **(more or {}))

    def look(self, show: str = "all", page: int = 1) -> str:
        return unescape(self.browser.get(f"{self.address}?show={show}&page={page}").text)

    def states(self) -> dict[int, str]:
        """Row → its badge, on the first page."""
        return {
            int(number): badge.strip()
            for number, badge in re.findall(
                r"<b>第 (\d+) 行</b>.*?class=\"badge[^>]*>(.*?)</span>", self.look(), re.DOTALL
            )
        }

    def make_all(self):
        page = self.look("open")
        words = re.findall(r'name="word" value="(.*?)"', page, re.DOTALL)
        return self.post("corrections", word=words, meaning=[""] * len(words), do="make")

    def say(self, **meanings):
        """What words mean, of those that the page asks."""
        asked = re.findall(r'name="word" value="(.*?)"', self.look("open"), re.DOTALL)
        meant = [meanings.get(unescape(word).partition("\n")[2], "") for word in asked]
        return self.post("corrections", do="save", word=[unescape(word) for word in asked], meaning=meant)

    def answer(self, **data):
        return self.post("corrections", do="save", **data)

    def write(self, **data):
        response = self.post("writing", **data)
        while jobs.do_next(ERRANDS):
            pass
        return response


OWN = {"own_password": PASSWORD}
