"""Publishing forms: what the files say counts, and what was begun stays readable."""

from dataclasses import replace

import pytest

from fieldforms import config
from fieldforms.errors import NotFound
from fieldforms.flow import drafts, library
from fieldforms.flow import records as verbs
from fieldforms.store import definitions, records, scope
from fieldforms.store.models import Audit, Definition

TINY = """
key = "tiny-visit"
number = "TV"
label = { zh = "来访", en = "Visit" }
starts_from = ["client"]

[[section]]
name = "visit"
label = { zh = "来访", en = "Visit" }

[[section.field]]
name = "visitor"
type = "text"
label = { zh = "来访人", en = "Visitor" }

[[step]]
name = "visit"
by = "technician"
label = { zh = "来访", en = "Visit" }
sections = ["visit"]
"""


def versions() -> list[tuple[int, bool]]:
    """(version, in use) of the organisation's own form."""
    rows = Definition.select().where(Definition.key == "tiny-visit").order_by(Definition.version)
    return [(row.version, row.retired_at is None) for row in rows]


@pytest.fixture
def file(world, settings, tmp_path):
    """The organisation's own form, published."""
    config.use(replace(settings, forms=tmp_path))
    path = tmp_path / "tiny-visit.toml"
    path.write_text(TINY)
    library.publish()
    return path


def test_a_form_put_back_to_what_it_was_is_that_version_again(file):
    file.write_text(TINY.replace("来访人", "访客"))
    library.publish()
    assert definitions.read(definitions.current("tiny-visit")).fields["visitor"].label["zh"] == "访客"
    file.write_text(TINY)
    library.publish()
    assert definitions.read(definitions.current("tiny-visit")).fields["visitor"].label["zh"] == "来访人"
    assert versions() == [(1, True), (2, False)]
    file.write_text(TINY.replace("来访人", "访客"))
    library.publish()
    assert definitions.current("tiny-visit").version == 2
    lines = [(line.action, line.detail) for line in Audit.select().where(Audit.ref == "tiny-visit")]
    assert lines == [("definition.publish", {"version": n}) for n in (1, 2, 1, 2)]


def test_a_form_whose_file_is_gone_begins_no_more_and_its_sheets_stay(world, file):
    actor, about = world.actor("chen"), {"client": world.office.client.id}
    new = drafts.start(actor, "tiny-visit", about, drafts.new_uuid(), drafts.new_uuid())
    drafts.save(actor, new, {"visitor": "丁一"}, 0, "tests")
    file.unlink()
    library.publish()
    assert versions() == [(1, False)]
    assert definitions.current("service-contact")
    with pytest.raises(NotFound):
        drafts.start(actor, "tiny-visit", about, drafts.new_uuid(), drafts.new_uuid())
    entry = verbs.complete(actor, new.draft.uuid, verbs.Given({"visitor": "丁一"}))
    assert records.by_uuid(scope.SYSTEM, entry.record).entries[0].answers == {"visitor": "丁一"}
    file.write_text(TINY)
    library.publish()
    assert versions() == [(1, True)]


def test_who_publishes_first_only_changes_nothing_that_is_published(file, settings):
    config.use(settings)  # without the organisation's folder
    library.publish_first()
    assert versions() == [(1, True)]
    Definition.update(retired_at=1).execute()
    library.publish_first()
    assert definitions.current("service-contact")
    assert versions() == [(1, False)]
