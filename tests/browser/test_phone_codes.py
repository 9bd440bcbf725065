"""A code is read alike by the server and, without a network, by the phone."""

import pytest

from fieldforms.web import static

pytestmark = pytest.mark.browser

CODE = "7K3QF9X2MN"
WRITTEN = [
    CODE,
    CODE.lower(),
    "7K3Q-F9X-2MN",
    " 7k3q f9x 2mn ",
    "７Ｋ３ＱＦ９Ｘ２ＭＮ",
    "7K3QF9X2MN.",
    "7K3QF9X2MN）。",
    ".7K3QF9X2MN",
    "7K3Q–F9X—2MN",
    "https://example.org/D/7K3QF9X2MN",
    "HTTPS://EXAMPLE.ORG/D/7K3QF9X2MN?a=1",
    "https://example.org/d/7k3qf9x2mn/retirement#x",
    "https://example.org/D/AAAAAAAAAA/D/7K3QF9X2MN",
    "/d/7K3QF9X2MN%20",
    "7K3QF9X2MM",
    "K73QF9X2MN",
    "7K3QF9X2M",
    "7K3QF9X2MNN",
    "7K3QF9X2U*",
    "7K3QF9X2M😀",
    "OIL0123456",
    "功放机房一二三四五六",
    "",
]


def read_by_server(browser, text: str) -> str:
    """The code, "mistyped" or "no code"."""
    answer = browser.get("/find", query_string={"code": text})
    if answer.location and answer.location.startswith("/d/"):
        return answer.location.removeprefix("/d/")
    return "mistyped" if "编码里有一个字符不对" in answer.text else "no code"


READ_BY_PHONE = """(texts) => texts.map((text) => {
  const { code, wrong } = self.phoneCodes.readCode(text);
  return code || (wrong === "length" ? "no code" : "mistyped");
})"""


def test_a_code_is_read_alike_with_a_network_and_without(site):
    page = site.open("chen")
    page.goto("/phone")
    page.add_script_tag(url=static.address("js/phone_codes.js"))
    browser = site.world.browser("chen")
    by_server = {text: read_by_server(browser, text) for text in WRITTEN}
    assert dict(zip(WRITTEN, page.evaluate(READ_BY_PHONE, WRITTEN), strict=True)) == by_server
    assert set(by_server.values()) >= {CODE, "mistyped", "no code"}
