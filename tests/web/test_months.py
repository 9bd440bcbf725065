"""The month on the screen and on paper."""

from fieldforms.flow import localtime, periods


def test_a_month_is_one_tap_from_the_client_and_printed_with_another(world):
    number, now = world.signed_sheet().number, periods.month_of(localtime.today()).text
    chen, address = world.browser("chen"), f"/clients/{world.office.client.id}/months/{now}"
    assert address in chen.get(f"/clients/{world.office.client.id}").text
    page = chen.get(address).text
    assert number in page and f"{address}.pdf" in page and "<dt>满意度</dt>" not in page
    assert "<dt>满意度</dt>" in world.browser("gao").get(address).text
    pdf = chen.get(f"{address}.pdf")
    assert pdf.data.startswith(b"%PDF") and pdf.headers["Cache-Control"] == "no-store"


def test_the_month_after_this_one_is_not_offered(world):
    now = periods.month_of(localtime.today())
    chen, client = world.browser("chen"), f"/clients/{world.office.client.id}/months"
    assert f"{client}/{now.shifted(1).text}" not in chen.get(f"{client}/{now.text}").text
    assert f"{client}/{now.text}" in chen.get(f"{client}/{now.shifted(-1).text}").text
    assert chen.get(f"{client}/2026-13").status_code == 404
    assert chen.get(f"{client}/2026-13.pdf").status_code == 404
