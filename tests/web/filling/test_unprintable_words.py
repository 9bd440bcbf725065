"""Words that no paper shows are named on the page that is read once more before a step is sealed."""

from tests.web.hands import contact_body, open_sheet


def test_what_cannot_be_printed_is_named_before_the_step_is_sealed(world):
    chen = world.browser("chen")
    form = open_sheet(chen, world.office)
    told = chen.get(form.post(then="check", **contact_body(world.office, contact="金철수")).location).text
    assert "“철수”打印不出来" in told
    plain = chen.get(form.post(then="check", **contact_body(world.office, contact="金哲洙")).location).text
    assert "打印不出来" not in plain
