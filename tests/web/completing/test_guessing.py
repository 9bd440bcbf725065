"""What a client answers in private stays so for whoever knows the link, holds the phone or begins the signature anew."""

import re
from functools import partial
from io import BytesIO
from itertools import product

import pytest

from fieldforms.flow.completing import page_secrets
from fieldforms.flow.people import tries
from fieldforms.flow.proof import verification
from fieldforms.store.library import definitions
from fieldforms.store.models import Attempt, Entry, Link
from tests.forms.tiny import DEFINITIONS
from tests.people import csrf
from tests.shared import at_once
from tests.web.completing.hands import PIN, handed, link_of
from tests.web.filling.hands import a_photo
from tests.web.hands import Form, completed_sheet, hidden
from tests.web.sheets.hands import disclosed_answers, pdf_text, record_json

WORDS = "等了整整两天"
SAID = {
    "accessories": "yes",
    "satisfaction": "dissatisfied",
    "comments": WORDS,
    "signer": "丁一",
    "typed": "1",
}
RATINGS = ("very_satisfied", "satisfied", "fair", "dissatisfied")
GUESSES = [
    SAID | {"satisfaction": rating, "signer": name} for rating, name in product(RATINGS, ("丁一", "徐明"))
]
CSRF = re.compile(r'<meta name="csrf-token" content="([^"]+)"')


@pytest.fixture
def chen(world):
    return world.browser("chen")


@pytest.fixture
def number(world, chen) -> str:
    return completed_sheet(chen, world.office)


def replies(guesser: Form, **beside) -> set[tuple]:
    """What comes back for every guess, apart from the token of the guesser's own session."""
    bodies = [guesser.body | guess | beside for guess in GUESSES]
    answers = [guesser.browser.post(guesser.url, data=body) for body in bodies]
    return {(answer.status_code, answer.location, without_token(answer.text)) for answer in answers}


def without_token(page: str) -> str:
    """It carries the second it was made in."""
    return page.replace(CSRF.search(page)[1], "")


def without(form: Form, *names: str) -> Form:
    form.body = {name: value for name, value in form.body.items() if name not in names}
    return form


# The link


def stranger(world):
    return world.browser()


def signed_out(world):
    """The technician's own browser, in which nobody is signed in any more."""
    browser = world.browser("chen")
    assert (
        browser.post("/sign-out", data={"csrf_token": csrf(browser.get("/account").text)}).status_code == 303
    )
    return browser


@pytest.mark.parametrize("login", ["chen", "zhou", "sunmin", "gao", "admin"])
def test_nobody_of_the_company_signs_by_the_clients_link(world, chen, number, login):
    url = link_of(chen, number)
    client, staff = Form(world.browser(), url, "sign"), world.browser(login)
    page = staff.get(url)
    assert page.status_code == 409 and "不能在这里替签字人签" in page.text and 'id="sign"' not in page.text
    token = {"csrf_token": csrf(staff.get("/account").text)}
    assert staff.post(url, data=client.body | SAID | token).status_code == 409
    assert not Entry.select().where(Entry.step == "acceptance").exists()
    assert client.post(**SAID).status_code == 303


def test_what_is_signed_where_staff_was_signed_in_is_sealed_as_such(world, chen, number):
    assert Form(signed_out(world), link_of(chen, number), "sign").post(**SAID).status_code == 303
    record = world.browser("gao").get(f"/records/{number}").text
    assert "通过链接，在公司人员登录过的浏览器里" in record and "在自己的手机上" not in record
    assert re.search("这个浏览器登录过的人.*?陈志远", record, re.DOTALL)
    assert "在公司人员登录过的浏览器里" in world.browser("chen").get(f"/records/{number}").text
    assert list(verification.every_difference()) == []


def test_what_is_signed_on_the_clients_own_phone_is_sealed_as_such(world, chen, number):
    Form(world.browser(), link_of(chen, number), "sign").post(**SAID)
    assert "通过链接，在自己的手机上" in world.browser("gao").get(f"/records/{number}").text


@pytest.mark.parametrize("guesser", [signed_out, stranger])
@pytest.mark.parametrize("beside", [{}, {"shown": "x" * 43}, {"page_secret": ""}, {"page_secret": "x" * 32}])
def test_whoever_knows_the_link_learns_nothing_by_guessing(world, chen, number, guesser, beside):
    url = link_of(chen, number)
    guesser = Form(guesser(world), url, "sign")  # opened before it was signed
    assert Form(world.browser(), url, "sign").post(**SAID).status_code == 303
    ((status, location, text),) = replies(guesser, **beside)
    assert (status, location) == (409, None) and WORDS not in text
    assert Entry.select().where(Entry.step == "acceptance").count() == 1


def test_a_page_without_a_secret_signs_and_nothing_counts_as_its_repetition(world, chen, number):
    """A tab from before the upgrade."""
    form = without(Form(world.browser(), link_of(chen, number), "sign"), "page_secret")
    assert form.post(**SAID).status_code == 303
    assert form.post(**SAID).status_code == 409


def test_a_used_link_says_that_it_was_signed_and_shows_nothing_private(world, chen, number, tmp_path):
    url = link_of(chen, number)
    own = Form(world.browser(), url, "sign").post(**SAID).location
    for browser, address in product((chen, world.browser()), (url, own)):
        copy = browser.get(address).text
        for words in ("已经签过字", number, "丁一", "单据已封存", "此副本不含客户评价"):
            assert words in copy
        assert WORDS not in copy and "您的评价" not in copy and "您自己的副本" not in copy
        pdf = browser.get(f"{address}.pdf").data
        assert not disclosed_answers(record_json(pdf, tmp_path)) & {"satisfaction", "comments"}
        assert WORDS not in pdf_text(pdf, tmp_path)


def test_who_signed_gets_the_same_answer_again_and_finds_their_own_copy(world, chen, number):
    """A double tap, a lost reply, a reload, Back."""
    url, client = link_of(chen, number), world.browser()
    form = Form(client, url, "sign")
    own = {form.post(**SAID).location for _ in range(3)}
    assert len(own) == 1
    again = client.get(url).text
    assert number in again and WORDS not in again
    assert re.search(r'<a href="(/s/[^"]+)">打开您自己的副本', again)[1] == own.pop()
    assert WORDS in client.get(form.post(**SAID).location).text
    assert form.post(**SAID | {"satisfaction": "fair"}).status_code == 409


def test_a_refused_page_and_a_reloaded_one_are_still_the_signers(world, chen, number):
    url, client = link_of(chen, number), world.browser()
    first = Form(client, url, "sign")
    refused = first.post(**SAID | {"accessories": ""})
    assert refused.status_code == 422
    second = Form(client, url, "sign")
    assert hidden(refused.text, "sign")["page_secret"] == second.body["page_secret"]
    assert {form.post(**SAID).status_code for form in (second, first)} == {303}


def test_pages_at_once_are_one_signature(world, chen, number):
    url = link_of(chen, number)
    pages = [Form(world.browser(), url, "sign") for _ in range(8)]
    found = at_once(*[partial(page.post, **SAID) for page in pages])
    assert sorted(answer.status_code for answer in found) == [303] + [409] * 7
    assert Entry.select().where(Entry.step == "acceptance").count() == 1


def test_guesses_are_limited_and_the_signer_is_not(world, chen, number):
    url = link_of(chen, number)
    browser = signed_out(world)
    signed, guesser = Form(world.browser(), url, "sign"), Form(browser, url, "sign")
    own = signed.post(**SAID).location
    assert {guesser.post(**SAID).status_code for _ in range(tries.GUESSES)} == {409}
    for guess in GUESSES:
        assert guesser.post(**guess).status_code == 429
    assert signed.post(**SAID).location == own
    browser.environ_base["REMOTE_ADDR"] = "198.51.100.4"
    assert guesser.post(**SAID).status_code == 409  # another office, until there are too many from everywhere
    elsewhere = page_secrets.STRANGERS - Attempt.select().where(~Attempt.key.contains("@")).count()
    for n in range(elsewhere):
        browser.environ_base["REMOTE_ADDR"] = f"198.51.100.{100 + n}"
        assert guesser.post(**SAID).status_code == 409
    browser.environ_base["REMOTE_ADDR"] = "203.0.113.1"
    assert guesser.post(**SAID).status_code == 429


def test_the_database_keeps_no_secret_of_a_page(world, chen, number):
    form = Form(world.browser(), link_of(chen, number), "sign")
    own = form.post(**SAID).location.removeprefix("/s/")
    kept = [str(value) for row in Link.select().dicts() for value in row.values()]
    assert not [value for value in kept if form.body["page_secret"] in value or own in value]


# The phone handed over


def test_whoever_holds_the_phone_afterwards_learns_nothing_by_guessing(world, chen, number, tmp_path):
    before = handed(chen, number)  # the page as its owner saw it before they handed it on
    client = Form(chen, f"{before.url.removesuffix('/entry')}", "sign")
    assert client.body["page_secret"] != before.body["page_secret"]
    assert {client.post(**SAID).location for _ in range(3)} == {before.url.replace("/entry", "/done")}
    for beside in ({}, {"page_secret": ""}, {"shown": ""}):
        ((status, location, text),) = replies(before, **beside)
        assert (status, location) == (409, None) and WORDS not in text
    done = chen.get(before.url.replace("/entry", "/done"))
    assert number in done.text and WORDS not in done.text
    with chen.session_transaction() as session:
        copy = f"/s/{session['copy']}"
    for browser in (world.browser(), world.browser("zhou")):
        assert WORDS not in browser.get(copy).text
        assert "satisfaction" not in disclosed_answers(record_json(browser.get(f"{copy}.pdf").data, tmp_path))
    copies = Link.select().where(Link.purpose == "copy").count()
    assert client.post(**SAID).status_code == 303
    assert Link.select().where(Link.purpose == "copy").count() == copies


def test_after_the_phone_was_taken_back_there_is_nothing_to_ask(chen, number):
    form = handed(chen, number)
    form.post(**SAID)
    token = {"csrf_token": form.body["csrf_token"]}
    assert chen.get(chen.post("/handover/return", data=token | {"pin": PIN}).location).status_code == 200
    ((status, _location, _text),) = replies(form)
    assert status == 404
    for address in (form.url.removesuffix("/entry"), form.url.replace("/entry", "/done")):
        assert chen.get(address).status_code == 404
    assert {
        chen.post(form.url, data=form.body | guess | {"whole": "1"}).status_code for guess in GUESSES
    } == {404}


def test_guesses_on_the_phone_are_limited(chen, number):
    before = handed(chen, number)
    client = Form(chen, before.url.removesuffix("/entry"), "sign")
    client.post(**SAID)
    assert {before.post(**SAID).status_code for _ in range(tries.GUESSES)} == {409}
    assert before.post(**SAID).status_code == 429
    assert client.post(**SAID).status_code == 303


def test_a_phone_in_the_clients_hands_remembers_no_answers_for_its_owner(world, chen, number):
    assert 'autocomplete="off"' in re.search(r'<form id="sign"[^>]*>', handed(chen, number).page.text)[0]


# Other ways to the same answers


def test_a_later_signers_page_shows_no_answer_that_was_private_before(world, chen):
    """Whoever makes the link, or hands the phone over, looks at the page first."""
    definitions.publish_definition(DEFINITIONS["steps"])
    number = world.begun("chen", "steps", {"needs_repair": "no"}, client=world.office.client.id).number
    signed = Form(world.browser(), link_of(chen, number), "sign").post(rating="bad", signer="丁一", typed="1")
    assert signed.status_code == 303
    pages = [Form(world.browser(), link_of(chen, number), "sign").page.text, handed(chen, number).page.text]
    for page in pages:
        assert "此副本不含客户评价" in page and "差" not in page


def test_only_who_recorded_the_paper_gets_the_same_answer_again(world, chen, number):
    """A colleague may record endings, too: theirs is no way to find out what stands on it."""
    url, sunmin = f"/records/{number}/paper", world.browser("sunmin")
    page, theirs = chen.get(url).text, sunmin.get(url).text
    chosen = {"signer": "徐明", "accessories": "yes", "satisfaction": "fair", "comments": WORDS}
    asked = hidden(page, "paper") | chosen
    refused = chen.post(url, data=asked | {"accessories": "", "paper.file": (photo(), "单据.jpg")})
    asked["paper"] = re.search(r'name="paper" value="([0-9a-f]{64})"', refused.text)[1]
    assert [chen.post(url, data=asked).status_code for _ in range(2)] == [303, 303]
    found = {
        sunmin.post(url, data=asked | {"csrf_token": csrf(theirs), "satisfaction": rating}).status_code
        for rating in RATINGS
    }
    assert found == {409}


def test_a_photo_of_another_sheets_paper_is_not_found(world, chen, number):
    url, other = f"/records/{number}/paper", completed_sheet(chen, world.office)
    asked = hidden(chen.get(url).text, "paper")
    refused = chen.post(url, data=asked | {"paper.file": (photo(), "单据.jpg")})
    address = re.search(r'src="(/records/[^"]+)"', refused.text)[1]
    assert chen.get(address).status_code == 200
    assert chen.get(address.replace(number, other)).status_code == 404


def test_who_reads_the_seal_of_a_report_cannot_send_it_again_for_its_reporter(world):
    """The seal says the draft's name; a form may ask a reporter in private."""
    address, reporter, guesser = f"/d/{world.office.code.code}/report", world.browser(), world.browser("zhou")
    page, theirs = reporter.get(address).text, guesser.get(address).text
    asked = reported(page) | {"symptom": "投影机没有图像", "urgency": "urgent", "reporter": "王老师"}
    assert [reporter.post(address, data=asked).status_code for _ in range(2)] == [303, 303]
    for secret in ("", reported(theirs)["page_secret"]):
        guess = asked | {"csrf_token": csrf(theirs), "page_secret": secret}
        assert guesser.post(address, data=guess).status_code == 409


def reported(page: str) -> dict[str, str]:
    return dict(re.findall(r'name="(csrf_token|draft|record|page_secret)" value="([^"]+)"', page))


def photo() -> BytesIO:
    return BytesIO(a_photo())
