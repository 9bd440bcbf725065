"""What tests of the register do: register a device as its form does."""

from tests.people import csrf


def text(response) -> str:
    return response.get_data(as_text=True)


def new_device(browser, at, **changes):
    page = text(browser.get(f"/devices/new?client={at.id}"))
    form = {
        "csrf_token": csrf(page), "client": at.id, "name": "二号会议室投影机", "category": "projector",
        "room": "", "brand": "Epson", "model": "CB-L630U", "spare_interfaces": "HDMI ×1",
    }  # fmt: skip
    return browser.post("/devices", data=form | changes)
