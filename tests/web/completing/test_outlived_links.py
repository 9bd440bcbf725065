"""What a stranger holds of a sheet when it becomes confidential: only the signature that is waited for goes on."""

from tests.web.completing.hands import GOOD, link_of
from tests.web.hands import Form, completed_sheet
from tests.web.papers.hands import mark_room


def signed_by_link(world, number: str, url: str, browser):
    """The signer's own copy: its address."""
    form = Form(browser, url, "sign")
    answer = browser.post(url, data=form.body | GOOD)
    assert answer.status_code == 303
    return answer.location


def test_a_signed_link_and_its_copy_open_no_sheet_that_became_confidential(world):
    number = completed_sheet(world.browser("chen"), world.office)
    url, signer = link_of(world.browser("chen"), number), world.browser()
    own = signed_by_link(world, number, url, signer)
    pages = [url, own, f"{url}.pdf", f"{own}.pdf"]
    assert [signer.get(page).status_code for page in pages] == [200] * 4
    mark_room(world, world.office.room, True)
    for browser in (signer, world.browser()):
        for page in pages:
            refused = browser.get(page)
            assert refused.status_code == 410 and number not in refused.text, page


def test_who_still_has_to_sign_signs_and_has_a_copy(world):
    number = completed_sheet(world.browser("chen"), world.office)
    url, signer = link_of(world.browser("chen"), number), world.browser()
    mark_room(world, world.office.room, True)
    own = signed_by_link(world, number, url, signer)
    assert signer.get(own).status_code == 200
    assert signer.get(url).status_code == 410, "the used link may have been passed on"
