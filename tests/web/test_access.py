"""The access matrix: every route × method × person (quality.md). A route missing here fails the build."""

import pytest

from fieldforms.flow.filling import drafts
from fieldforms.store import scope
from fieldforms.store.models import Session
from fieldforms.store.record import records
from tests.people import csrf_of_browser
from tests.web.access_matrix import LAST, LOGINS, MATRIX
from tests.web.route_targets import RouteTargets

pytestmark = pytest.mark.long


def refused(response) -> bool:
    """Kept out: asked to sign in, forbidden, or told that there is nothing."""
    to_sign_in = response.status_code == 302 and "/sign-in" in (response.location or "")
    return response.status_code in (401, 403, 404) or to_sign_in


def served_rules(app):
    """Every (rule, method) of the application."""
    return [
        (rule, method) for rule in app.url_map.iter_rules() for method in rule.methods - {"HEAD", "OPTIONS"}
    ]


def listed_rules(app):
    """Those of the matrix, those that end something at the end. What it lacks, one test says (the first), not each of them."""
    pairs = [(rule, method) for rule, method in served_rules(app) if method in MATRIX.get(rule.endpoint, ())]
    return sorted(pairs, key=lambda pair: (pair[0].endpoint in LAST, pair[1], pair[0].endpoint))


def test_every_route_stands_in_the_matrix(app):
    served = {(rule.endpoint, method) for rule, method in served_rules(app)}
    listed = {(endpoint, method) for endpoint, methods in MATRIX.items() for method in methods}
    unlisted, gone = sorted(served - listed), sorted(listed - served)
    assert not unlisted, f"say in MATRIX of tests/web/access_matrix.py who reaches {unlisted}"
    assert not gone, (
        f"there is no such route any more: take {gone} out of MATRIX of tests/web/access_matrix.py"
    )


@pytest.mark.parametrize("letter", LOGINS)
def test_each_person_reaches_what_is_theirs_and_nothing_else(world, letter):
    targets, login = RouteTargets(world), LOGINS[letter]
    wrong = []
    for rule, method in listed_rules(world.app):
        response = ask(world, targets, rule, method, login)
        allowed = letter in MATRIX[rule.endpoint][method]
        if allowed == refused(response) or response.status_code >= 500:
            wrong.append(
                (rule.endpoint, method, response.status_code, "should pass" if allowed else "should not")
            )
    assert not wrong, "\n".join(map(str, wrong))


def ask(world, targets, rule, method, login):
    browser = world.browser(login)
    url = targets.address(rule, method, login)
    if method == "GET":
        return browser.get(url)
    token = csrf_of_browser(browser)
    data = {"csrf_token": token}
    served = world.university if login == "zhou" else world.office
    bodies = {
        "drafts.save": {"version": "1", "editor": "tests"},
        "drafts.complete": {"version": "1", "editor": "tests"},
        "codes.bind": {"device": world.office.device.id},
        "assignments.assign": {"user": world.users["zhou"].id},
        "connections.create": {
            "device": targets.cable.target.device_id,
            "target": targets.cable.target_id,
            "number": "H-001",
            "status": "installed",
        },
        "codes.put_on_part": {"part": targets.part.id},
        "device_changes.change": {
            "column": "keeper",
            "value": "张",
            "version": f'{{"{world.office.device.id}": ""}}',
        },
        "devices.create": {"client": served.client.id},
        "fault_reports.create": {"draft": drafts.new_uuid(), "record": drafts.new_uuid()},
        "signatures.outcome": {
            "entry.outcome": "absent",
            "shown": targets.waiting.digest,
            "draft": targets.signing,
        },
        "signatures.record_paper": {"shown": targets.waiting.digest, "draft": targets.signing},
        "signatures.sign": {"shown": targets.waiting.digest},
        "imports.open_sheet": {"sheet": 1},
    }
    data |= bodies.get(rule.endpoint, {})
    if rule.endpoint in ("photos.add", "fault_reports.add_photo"):
        return browser.post(url, data=b"no photo", headers={"X-CSRFToken": token}, content_type="image/jpeg")
    return browser.post(url, data=data)


def test_the_disabled_are_nobody(world):
    browser = world.browser("lihua")
    for url in ("/", "/records", "/devices", "/account"):
        assert refused(browser.get(url))


def test_no_unsafe_method_works_without_its_token(world):
    targets = RouteTargets(world)
    for rule, method in listed_rules(world.app):
        if method != "GET":
            response = world.browser("chen").open(targets.address(rule, method, "chen"), method=method)
            assert response.status_code == 419, rule


FENCED = {"health.show", "home.language", "verify.jwks", "signatures.handover", "signatures.take_back"}


def test_a_handed_over_phone_reaches_the_clients_page_and_nothing_else(world):
    targets = RouteTargets(world)
    seen = records.by_uuid(scope.SYSTEM, targets.waiting.record)
    draft = drafts.open_next_step(world.actor("chen"), seen)
    wrong = []
    for rule, method in listed_rules(world.app):
        browser = world.browser("chen")
        token = csrf_of_browser(browser)
        url = targets.address(rule, method, "chen")
        Session.update(handed_draft=draft.uuid).where(Session.id == browser.session_row.id).execute()
        response = browser.open(url, method=method, headers={"X-CSRFToken": token})
        fenced = response.status_code == 403 or (response.location or "").endswith(f"/drafts/{draft.uuid}")
        if fenced == (rule.endpoint in FENCED):
            wrong.append((rule.endpoint, method, response.status_code))
    assert not wrong, "\n".join(map(str, wrong))
