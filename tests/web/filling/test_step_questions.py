"""A signer is asked as everybody else: what the answers rule out is hidden, and a number that two parts use says whose it is."""

import pytest

from fieldforms.flow.completing import completion
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.forms.loading import definition_of_data
from fieldforms.store.library import definitions
from tests.forms.tiny import changed, source, text
from tests.web.completing.hands import link_of
from tests.web.hands import errors, hidden

MORE = {
    "name": "more", "label": text("更多"), "relevant": {"rating": "bad"},
    "field": [{"name": "words", "no": "1", "type": "text", "label": text("原因"), "required": True}],
}  # fmt: skip


@pytest.fixture
def number(world) -> str:
    """A sheet that waits for the client, who is asked for more when the rating is bad."""
    data = changed(source("steps"), "section.4", MORE)
    data = changed(data, "section.2.field.0.no", "1")
    definitions.publish_definition(definition_of_data(changed(data, "step.2.sections", ["judged", "more"])))
    chen, answers = world.actor("chen"), {"needs_repair": "no"}
    origin = {"client": world.office.client.id}
    new = drafts.start_draft(chen, data["key"], origin, drafts.new_uuid(), drafts.new_uuid())
    drafts.save_draft(chen, new, answers, 0, "tests")
    return completion.complete(chen, new.draft.uuid, HandedIn(answers)).entry.number


class Asked:
    """The signer's questions as they came, by this way."""

    def __init__(self, world, number: str, way: str):
        chen = world.browser("chen")
        paper = way == "paper"
        self.browser = chen if paper else world.browser()
        self.url, form = (f"/records/{number}/paper", "paper") if paper else (link_of(chen, number), "sign")
        self.page = self.browser.get(self.url).text
        self.body = hidden(self.page, form)

    def post(self, **answers) -> str:
        return self.browser.post(self.url, data=self.body | answers).text


@pytest.fixture(params=["link", "paper"])
def asked(world, number, request) -> Asked:
    return Asked(world, number, request.param)


def test_a_part_that_the_answers_rule_out_is_hidden_from_the_signer(asked):
    assert " data-off" in part(asked.page, "more") and " data-off" not in part(asked.page, "judged")
    assert " data-off" not in part(asked.post(rating="bad"), "more")


def test_a_number_that_two_parts_use_is_named_with_its_part(asked):
    said = dict(errors(asked.post(rating="bad")))
    assert said["f-words"].startswith("更多")


def part(page: str, name: str) -> str:
    """The tag that begins it."""
    start = page.index(f'id="s-{name}"')
    return page[start : page.index(">", start)]
