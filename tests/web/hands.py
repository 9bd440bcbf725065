"""What the browser tests of forms share: the hidden inputs of a page, and posting a step as a page does."""

import re
from html import unescape
from html.parser import HTMLParser

HIDDEN = re.compile(r'<input type="hidden" name="([\w.]+)" value="([^"]*)"')


def hidden(page: str, form_id: str) -> dict[str, str]:
    """The hidden inputs of the form with this id."""
    form = re.search(rf'<form id="{form_id}".*?</form>', page, re.DOTALL).group(0)
    return {name: unescape(value) for name, value in HIDDEN.findall(form) if not name.startswith("_")}


def action(page: str, form_id: str) -> str:
    return re.search(rf'<form id="{form_id}"[^>]*action="([^"]+)"', page).group(1)


def errors(page: str) -> list[tuple[str, str]]:
    """(anchor, sentence) of the error summary."""
    summary = re.search(r'class="error-summary".*?</ul>', page, re.DOTALL)
    found = re.findall(r'<a href="#([^"]+)">([^<]+)</a>', summary.group(0)) if summary else []
    return [(anchor, unescape(sentence)) for anchor, sentence in found]


class Form:
    """A step's page as a person has it open."""

    def __init__(self, browser, url: str, form_id: str = "draft"):
        self.browser, self.form_id = browser, form_id
        self.page = browser.get(url)
        self.url = action(self.page.text, form_id)
        self.body = hidden(self.page.text, form_id)

    def post(self, url: str | None = None, headers=None, **answers):
        return self.browser.post(url or self.url, data=self.body | answers, headers=headers)

    def autosave(self, **answers):
        return self.post(headers={"HX-Request": "true", "HX-Request-Type": "partial"}, **answers)


def contact_body(place, **changes) -> dict:
    """A contact sheet's work step as it is posted."""
    return {
        "client_name": place.client.name,
        "phone": "0571-5555 0111",
        "arrival": "2026-11-24T09:10",
        "client_type": "yearly_contract",
        "request": "会议室话筒有杂音",
        "solution": "更换端子并重新压接",
        "result": "completed",
        "serviced_devices": place.code.code,
    } | changes


def open_sheet(browser, place) -> Form:
    """A new one, whatever was begun there before."""
    return Form(browser, f"/forms/service-contact/new?device={place.code.code}&another=1")


def completed_sheet(browser, place, **changes) -> str:
    """Fill, check and complete the work step; the record's number."""
    form = open_sheet(browser, place)
    checked = form.post(then="check", **contact_body(place, **changes))
    assert checked.status_code == 303, errors(checked.text)
    check = Form(browser, checked.location, "complete")
    return check.post().location.split("/")[2]


def read_page(browser, address: str) -> str:
    """What a page says to this person, without what is new each time it is fetched."""
    return re.sub(r"\bI[\w-]{20,}\.[\w-]+\.[\w-]+", "", browser.get(address).text)


class Reader(HTMLParser):
    """Every form of a page: (action, {name: [values]})."""

    def __init__(self, page: str):
        super().__init__()
        self.forms: list[tuple[str, dict[str, list[str]]]] = []
        self.inside, self.select, self.textarea = False, "", ""
        self.feed(page)

    def add(self, name: str, value: str) -> None:
        self.forms[-1][1].setdefault(name, []).append(value)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        name = given.get("name", "")
        if tag == "form":
            self.inside = given.get("method") == "post"
            if self.inside:
                self.forms.append((given.get("action", ""), {}))
        elif not self.inside:
            return
        elif tag == "input" and name and given.get("type") not in ("checkbox", "radio"):
            self.add(name, given.get("value") or "")
        elif tag == "input" and name and "checked" in given:
            self.add(name, given.get("value", "on"))
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select and "selected" in given:
            self.add(self.select, given.get("value", ""))
        elif tag == "textarea":
            self.textarea = name
            self.add(name, "")

    def handle_data(self, data):
        if self.inside and self.textarea:
            self.forms[-1][1][self.textarea][-1] += data

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside = False
        elif tag == "select":
            self.select = ""
        elif tag == "textarea":
            self.textarea = ""
