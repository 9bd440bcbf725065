"""What is wrong is said on top and beside, the answers stay, and all of it works without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

from fieldforms import i18n
from fieldforms.store import scope
from fieldforms.store.record import records
from tests.browser.hands import (
    PIN,
    answer,
    fill_work,
    hand_over,
    new_sheet,
    next_page,
    saved,
    sign,
    wait_for_script,
)
from tests.browser.roads import HeldUp
from tests.people import PASSWORD
from tests.web.filling.hands import a_photo

pytestmark = pytest.mark.browser

CHECK = "button[value=check]"


def check(page):
    """Press the bar's button; the page that answers."""
    with next_page(page) as going:
        page.locator(CHECK).click()
    return going.value


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_empty_sheet_comes_back_with_a_focused_summary(site, lang):
    page = site.open("chen", lang=lang)
    page.goto(new_sheet(site.world.office))
    page.locator("#f-solution").fill("重启 <b>两次</b>")
    assert check(page).status == 422
    assert page.title().startswith(i18n.gettext("错误：", lang))
    summary = page.locator("[data-error-summary]")
    expect(summary).to_be_focused()
    sentences = summary.locator("a").all_inner_texts()
    assert [link.get_attribute("href") for link in summary.locator("a").all()] == ["#f-request", "#f-result"]
    beside = [page.locator(f"#e-{name}").inner_text() for name in ("request", "result")]
    assert all(sentence in said for sentence, said in zip(sentences, beside, strict=True))
    assert page.locator("#f-solution").input_value() == "重启 <b>两次</b>"
    assert page.locator("#f-client_name").input_value() == site.world.office.client.name


def test_a_link_of_the_summary_focuses_its_field(site):
    page = site.open("chen")
    page.goto(new_sheet(site.world.office))
    check(page)
    for name in ("request", "result"):
        page.locator(f'[data-error-summary] a[href="#f-{name}"]').tap()
        expect(page.locator(f"#f-{name}")).to_be_focused()
        expect(page.locator(f"#e-{name}")).to_be_in_viewport()
    assert page.locator("#f-request").get_attribute("aria-invalid") == "true"
    assert "e-request" in page.locator("#f-request").get_attribute("aria-describedby")
    assert all("422" in complaint for complaint in page.complaints)


def test_nothing_is_said_while_typing(site):
    page = site.open("chen")
    page.goto(new_sheet(site.world.office))
    page.locator(".known > summary").tap()
    with saved(page) as answered:
        page.locator("#f-phone").fill("x")
        page.locator("#f-phone").blur()
    assert answered.value.ok
    expect(page.locator(".error, [aria-invalid=true]")).to_have_count(0)


def test_the_client_hears_all_that_is_missing_and_keeps_the_answers(site):
    page = site.open("chen")
    hand_over(site, page, site.world.waiting_sheet())
    answer(page, "accessories", "none")
    page.locator("#f-comments").fill("字幕机也请看看")
    page.get_by_role("button", name="确认并签字").tap()
    summary = page.locator("[data-error-summary]")
    expect(summary).to_be_focused()
    anchors = [link.get_attribute("href") for link in summary.locator("a").all()]
    assert anchors == ["#f-satisfaction", "#signature", "#f-signer"]
    assert page.locator('input[name="accessories"][value="none"]').is_checked()
    assert page.locator("#f-comments").input_value() == "字幕机也请看看"
    summary.locator('a[href="#f-signer"]').tap()
    expect(page.locator("#f-signer")).to_be_focused()


def test_changing_from_the_check_page_comes_back_there_with_the_values(site):
    page = site.open("chen")
    page.goto(new_sheet(site.world.office))
    fill_work(page, solution="更换端子")
    assert check(page).url.endswith("/check")
    page.locator('a.change[href$="#s-work"]').tap()
    assert page.locator("#f-request").input_value() == "第一会议室话筒有杂音"
    assert page.locator('input[name="result"][value="completed"]').is_checked()
    expect(page.locator("#s-work")).to_be_in_viewport()
    page.locator("#f-solution").fill("更换端子并重新压接")
    check(page)
    assert page.url.endswith("/check")
    expect(page.locator("main")).to_contain_text("更换端子并重新压接")
    expect(page.locator("main")).to_contain_text("第一会议室话筒有杂音")


# Back and reload after a refusal


def test_back_after_a_corrected_refusal_shows_the_sheet_and_sends_nothing(site):
    page = site.open("chen")
    page.goto(new_sheet(site.world.office))
    page.locator("#f-solution").fill("重启")
    assert check(page).status == 422
    fill_work(page, solution="更换端子")
    assert check(page).url.endswith("/check")
    posted = []
    page.on("request", lambda sent: posted.append(sent.url) if sent.method == "POST" else None)
    assert page.go_back().status == 200  # a page that was posted would not be shown without asking
    expect(page.locator("#f-solution")).to_have_value("更换端子")
    expect(page.locator("#f-request")).to_have_value("第一会议室话筒有杂音")
    expect(page.locator("[data-error-summary]")).to_have_count(0)
    assert posted == []


def test_a_reload_of_a_refused_sheet_keeps_its_answers(site):
    page = site.open("chen")
    page.goto(new_sheet(site.world.office))
    page.locator("#f-solution").fill("重启")
    assert check(page).status == 422
    assert page.reload().request.method == "GET"
    expect(page.locator("#f-solution")).to_have_value("重启")


def test_a_reload_of_the_clients_refused_page_keeps_answers_and_what_is_said_later(site):
    page = site.open("chen")
    hand_over(site, page, site.world.waiting_sheet())
    here = page.url
    answer(page, "accessories", "none")
    with next_page(page):
        page.get_by_role("button", name="确认并签字").tap()
    expect(page.locator("[data-error-summary]")).to_be_focused()
    assert page.url == here
    answer(page, "satisfaction", "fair")
    page.locator("#f-comments").fill("字幕机也请看看")
    assert page.reload().request.method == "GET"
    expect(page.locator('input[name="satisfaction"][value="fair"]')).to_be_checked()
    expect(page.locator('input[name="accessories"][value="none"]')).to_be_checked()
    expect(page.locator("#f-comments")).to_have_value("字幕机也请看看")


def test_a_reload_of_a_refused_paper_sheet_keeps_its_answers_until_it_is_recorded(site):
    page = site.open("chen")
    page.goto(f"/records/{site.world.waiting_sheet().number}/paper")
    page.locator("#f-signer").fill("丁一")
    answer(page, "satisfaction", "fair")
    refused = record(page)
    assert refused.status == 422
    assert page.reload().request.method == "GET"
    expect(page.locator("#f-signer")).to_have_value("丁一")
    expect(page.locator('input[name="satisfaction"][value="fair"]')).to_be_checked()
    answer(page, "accessories", "none")
    picture = {"name": "sheet.jpg", "mimeType": "image/jpeg", "buffer": a_photo()}
    page.locator("#f-paper").set_input_files(picture)
    assert "/paper" not in record(page).url
    page.wait_for_function("() => !sessionStorage.length")  # the page is there before its scripts forget


def record(page):
    with next_page(page) as arrived:
        page.get_by_role("button", name="记录").tap()
    return arrived.value


def test_a_refused_reason_goes_by_the_page_it_was_asked_on(site):
    page = site.open("chen")
    number = site.world.waiting_sheet().number
    page.goto(f"/records/{number}/signature")
    page.locator("details > summary", has_text="客户没有签字").tap()
    answer(page, "entry.outcome", "absent")
    with next_page(page):
        page.get_by_role("button", name="记录").tap()
    expect(page.locator("[data-error-summary]")).to_be_focused()
    assert page.url.endswith(f"/records/{number}/signature")


# Without JavaScript


def test_without_javascript_an_empty_sheet_says_the_same(site):
    page = site.open("chen", java_script_enabled=False)
    page.goto(new_sheet(site.world.office))
    page.locator("#f-solution").fill("重启")
    assert check(page).status == 422
    assert page.title().startswith("错误：")
    page.locator('[data-error-summary] a[href="#f-request"]').click()
    page.wait_for_url("**#f-request")
    expect(page.locator("#f-request")).to_be_in_viewport()
    assert page.locator("#f-solution").input_value() == "重启"


def test_without_javascript_a_sheet_goes_all_the_way_with_a_typed_name(site):
    page = site.open("chen", java_script_enabled=False)
    page.goto(new_sheet(site.world.office))
    fill_work(page)
    assert check(page).url.endswith("/check")
    page.get_by_role("button", name="确认，交客户签字").click()
    page.locator("#f-pin").fill(PIN)
    page.locator("#f-own_password").fill(PASSWORD)
    page.get_by_role("button", name="把手机交给客户").click()
    answer(page, "accessories", "none")
    answer(page, "satisfaction", "satisfied")
    expect(page.locator("canvas")).to_be_hidden()
    page.get_by_label("以下面填写的姓名作为签字").check()
    page.locator("#f-signer").fill("丁一")
    page.get_by_role("button", name="确认并签字").click()
    expect(page.get_by_role("heading", name="谢谢您，已签好")).to_be_visible()
    number = page.locator("b.number").inner_text()
    page.get_by_role("link", name="技术员取回手机").click()
    page.locator("#f-pin").fill(PIN)
    page.get_by_role("button", name="取回").click()
    page.wait_for_url(f"**/records/{number}")
    signed = records.by_number(scope.SYSTEM, number).entries[-1]
    assert (signed.facts["signer"], signed.facts["signature"]["method"]) == ("丁一", "typed")


def test_without_javascript_a_device_is_added_and_nothing_hides(site):
    page = site.open("chen", java_script_enabled=False)
    page.goto(new_sheet(site.world.office))
    assert page.locator("[data-off]:visible").count() == page.locator("[data-off]").count() > 0
    page.locator('[name="serviced_devices.add"]').fill("ZZZZ")
    fill_work(page)
    assert check(page).status == 422
    expect(page.locator("[data-error-summary]")).to_contain_text("ZZZZ")


# Radios (check 6)


def test_radios_are_a_named_group_with_nothing_chosen_and_arrow_keys(site):
    page = site.open("chen")
    page.goto(new_sheet(site.world.office))
    group = page.locator("fieldset#q-result")
    assert group.locator("legend").inner_text().startswith("处理结果")
    radios = group.get_by_role("radio")
    assert [radio.is_checked() for radio in radios.all()] == [False, False]
    radios.first.focus()
    page.keyboard.press("ArrowDown")
    expect(radios.nth(1)).to_be_checked()
    expect(radios.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(radios.first).to_be_checked()


@pytest.mark.parametrize("form", ["service-contact", "av-maintenance"])
def test_nothing_is_preselected(site, form):
    page = site.open("chen")
    page.goto(new_sheet(site.world.office, form))
    chosen = page.locator("form#draft :is([type=radio], [type=checkbox]):checked")
    # from the register and the scan
    known = page.locator('[name="client_type"]:checked, [data-device-list] :checked')
    assert chosen.count() == known.count()


@pytest.mark.parametrize("form", ["service-contact", "av-maintenance"])
def test_every_choice_has_its_legend(site, form):
    page = site.open("chen")
    page.goto(new_sheet(site.world.office, form))
    every = page.locator(":is([type=radio], .tile [type=checkbox])")
    named = page.locator("fieldset:has(> legend) :is([type=radio], .tile [type=checkbox])")
    assert every.count() == named.count() > 0


def test_the_client_finds_nothing_preselected(site):
    page = site.open("chen")
    hand_over(site, page, site.world.waiting_sheet())
    expect(page.locator("form#sign :is([type=radio], [type=checkbox]):checked")).to_have_count(0)


# What was answered since is no longer said


def test_what_is_said_on_the_clients_page_goes_as_it_is_answered(site):
    page = site.open("chen")
    hand_over(site, page, site.world.waiting_sheet())
    with next_page(page):
        page.get_by_role("button", name="确认并签字").tap()
    summary = page.locator(".error-summary")
    expect(summary).to_be_focused()
    answer(page, "accessories", "none")
    expect(summary.locator("li")).to_have_count(3)
    expect(
        page.locator("#q-accessories .error, #q-accessories.wrong, #q-accessories [aria-invalid]")
    ).to_have_count(0)
    answer(page, "satisfaction", "satisfied")
    sign(page)
    expect(summary).to_have_count(0)


def test_whoever_types_before_the_script_of_the_summary_came_is_not_called_away(site):
    page = site.open("chen")
    page.goto(new_sheet(site.world.office))
    scripts = HeldUp(page, "**/js/summary.js")
    check(page)
    page.locator("#f-request").fill("话筒有杂音")
    scripts.take().continue_()
    wait_for_script(page, "summary")
    expect(page.locator("#f-request")).to_be_focused()


def test_a_comment_instead_of_a_reason_and_a_question_that_is_asked_no_more_are_mended(site):
    page = site.open("chen")
    hand_over(site, page, site.world.waiting_sheet())
    answer(page, "satisfaction", "dissatisfied")
    refuse = page.get_by_role("button", name="确认并签字")
    with next_page(page):
        refuse.tap()
    expect(page.locator(".error-summary")).to_be_focused()  # its script has begun
    lines = page.locator(".error-summary li")
    reason = lines.locator('[href="#f-dissatisfied_with"]')
    expect(reason).to_have_count(1)
    page.locator("#f-comments").fill("来得太晚")
    expect(reason).to_have_count(0)
    with next_page(page):
        page.locator("#f-comments").fill("")
        refuse.tap()
    expect(page.locator(".error-summary")).to_be_focused()
    expect(reason).to_have_count(1)
    answer(page, "satisfaction", "satisfied")
    expect(reason).to_have_count(0)


def test_a_wrong_value_is_said_until_it_is_another(site):
    page = site.open("chen")
    page.goto(new_sheet(site.world.office))
    fill_work(page)
    page.locator(".known > summary").tap()
    page.locator("#f-phone").fill("x")
    assert check(page).status == 422
    expect(page.locator(".error-summary")).to_be_focused()
    line = page.locator('.error-summary [href="#f-phone"]')
    page.locator("#f-remarks").fill("又及")
    expect(line).to_have_count(1)
    assert page.title().startswith("错误：")
    page.locator("#f-phone").fill("0571-5555 0111")
    expect(page.locator(".error-summary")).to_have_count(0)
    expect(page).not_to_have_title(re.compile("错误"))
