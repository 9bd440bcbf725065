"""A register as a spreadsheet: every column says what it is, and none says the same as another."""

import csv
import io

import pytest

from fieldforms.flow.reporting import exports
from fieldforms.forms.kinds import KINDS
from fieldforms.forms.loading import LIBRARY, load
from tests.web.sheets.hands import exporter


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_two_columns_of_a_register_are_called_alike(world, lang):
    gao = exporter(world, "gao")
    for path in sorted(LIBRARY.glob("*.toml")):
        sent = gao.get(f"/records.csv?form={path.stem}&lang={lang}")
        heads = next(csv.reader(io.StringIO(sent.data.decode("utf-8-sig"))))
        assert sent.mimetype == "text/csv" and len(heads) > 12
        assert len(set(heads)) == len(heads), path.stem


def test_what_is_asked_in_two_parts_is_named_with_its_part():
    definition = load(LIBRARY / "fault-report.toml")
    fields = [field for field in definition.fields.values() if not KINDS[field.type].statement]
    sections = {
        field.name: section.label["zh"] for section in definition.sections for field in section.fields
    }
    heads = exports.heads_of_fields(fields, sections, {"设备"}, "zh")
    twice = [head for head in heads if head.endswith("用时（分钟）")]
    assert len(twice) == 2 and all(" · " in head for head in twice)
    assert "故障现象" in heads and not [head for head in heads if head.endswith(")")]


def test_even_parts_of_one_name_are_counted():
    definition = load(LIBRARY / "fault-report.toml")
    field = next(iter(definition.fields.values()))
    heads = exports.heads_of_fields([field, field, field], {}, {field.label["zh"]}, "zh")
    assert heads == [f"{field.label['zh']} ({n})" for n in (2, 3, 4)]
