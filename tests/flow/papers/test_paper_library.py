"""Papers are data: the package's, or those of a company's own folder, read strictly at a start."""

from dataclasses import replace

import pytest

from fieldforms import config
from fieldforms.errors import BadPapers
from fieldforms.flow.papers import paper_library
from fieldforms.flow.papers.paper_library import PACKAGE_PAPERS, check_papers, paper_templates

RULES = """order = 20
edition = "2027-1"
title = { zh = "驻场制度", en = "Resident staff" }
about = { zh = "本公司的。", en = "Ours." }
kind = "rules"
signed_by = ["client", "company"]
text = "## 一\\n{客户}的驻场人员。\\n{设备统计}"
"""


@pytest.fixture
def own(settings, tmp_path):
    """`own(name=text)`: a start with these files of a company's own."""

    def start(**files: str) -> None:
        for name, text in files.items():
            (tmp_path / f"{name.replace('_', '-')}.toml").write_text(text, encoding="utf-8")
        config.use(replace(settings, papers=tmp_path))
        check_papers()

    yield start
    config.use(settings)
    paper_library.read_papers.cache_clear()


def said(own, **files: str) -> str:
    """All that a start names."""
    with pytest.raises(BadPapers) as caught:
        own(**files)
    return str(caught.value.values["mistakes"])


def test_without_a_folder_there_are_those_of_the_package(settings):
    assert paper_templates().keys() == {path.stem for path in PACKAGE_PAPERS.glob("*.toml")}


def test_a_file_of_ones_own_stands_in_for_the_packages_and_others_are_added(own):
    before = set(paper_templates())
    own(resident_rules=RULES, evening_duty=RULES.replace("20", "21"))
    assert paper_templates().keys() == before | {"evening-duty"}
    assert paper_templates()["resident-rules"].title["zh"] == "驻场制度"
    orders = [each.order for each in paper_templates().values()]
    assert orders == sorted(orders)


@pytest.mark.parametrize(
    ("was", "written", "named"),
    [
        ('kind = "rules"', 'kind = "poem"', "poem"),
        ('kind = "rules"\n', "", "kind"),
        ("order = 20", 'order = "20"', "要写一个整数"),
        (', en = "Ours."', "", "要有中文和英文"),
        ('"client", "company"', '"client", "mayor"', "mayor"),
        ("{客户}", "{没有的}", "没有的"),
        ("\\n{设备统计}", " {设备统计}", "设备统计"),
        ("order = 20", "order = 20\nbeside = ['nothing']", "nothing"),
        ("order = 20", "order = 20\ncolour = 'red'", "colour"),
        ("order = 20", "order = ", "TOML"),
        ("## 一", "字" * 30_001, "30000"),
    ],
)
def test_every_mistake_is_named_with_its_place(own, was, written, named):
    assert was in RULES
    mistakes = said(own, evening=RULES.replace(was, written))
    assert named in mistakes and "evening.toml" in mistakes


@pytest.mark.parametrize("name", ["Evening", "quick_guide"])
def test_a_name_that_no_address_can_have_or_that_a_rooms_manual_has_is_refused(own, name):
    assert f"{name.replace('_', '-')}.toml" in said(own, **{name: RULES})


def test_several_mistakes_are_told_at_once(own):
    mistakes = said(
        own, one=RULES.replace('kind = "rules"', 'kind = "poem"'), two=RULES.replace("{客户}", "{无}")
    )
    assert "poem" in mistakes and "无" in mistakes
