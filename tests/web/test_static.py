"""Static files: fresh with every content, compressed, cached for good."""

import re

from fieldforms.web import static


def test_a_page_names_files_that_are_there_and_stay(world):
    browser = world.browser()
    page = browser.get("/sign-in").text
    urls = re.findall(r'(?:href|src)="(/static/[^"]+)"', page)
    assert len(urls) >= 3
    for url in urls:
        found = browser.get(url, headers={"Accept-Encoding": "br, gzip"})
        assert found.status_code == 200 and "immutable" in found.headers["Cache-Control"]
        assert found.headers["X-Content-Type-Options"] == "nosniff"
        assert found.headers["Content-Encoding"] == "br"


def test_files_say_what_pages_say_to_browsers(world):
    found = world.browser().get(static.address("icon.svg"))
    assert found.headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert found.headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_browsers_and_robots_find_what_they_ask_for_by_name(world):
    browser = world.browser()
    icon, robots = browser.get("/favicon.ico"), browser.get("/robots.txt")
    assert (icon.status_code, robots.status_code) == (200, 200)
    assert icon.data[:4] == b"\0\0\1\0" and robots.text == "User-agent: *\nDisallow: /\n"
    assert "immutable" not in icon.headers["Cache-Control"]


def test_no_other_file_is_served(world):
    browser = world.browser()
    for url in ("/static/app.css", "/static/../config.py", "/static/%2e%2e/config.py", "/static/0/app.css"):
        assert browser.get(url).status_code == 404


def test_our_comments_stay_at_home_and_others_licences_go_along():
    ours, theirs = (
        static.STATIC_FOLDER / "js/behave.js",
        static.STATIC_FOLDER / "vendor/htmx.org@4.0.1/htmx.min.js",
    )
    sent = static.body(ours).decode()
    assert "/*" not in sent and "//" not in sent and "compositionend" in sent
    assert sent.count("\n") == ours.read_text("utf-8").count("\n")  # an error names the right line
    assert static.body(theirs) == theirs.read_bytes()


def test_a_name_that_says_it_all_needs_no_age(world):
    found = world.browser().get(static.address("app.css"))
    assert "ETag" not in found.headers and "Last-Modified" not in found.headers


def test_only_what_reads_codes_runs_webassembly(world):
    browser = world.browser("chen")
    reader = browser.get(static.address("js/code_reader.js")).headers["Content-Security-Policy"]
    assert "'wasm-unsafe-eval'" in reader and "default-src 'none'" in reader
    page = browser.get("/forms/av-maintenance/new").headers["Content-Security-Policy"]
    assert "wasm" not in page and "worker-src" not in page and "script-src 'self';" in page
    assert "script-src" not in browser.get(static.address("js/scan.js")).headers["Content-Security-Policy"]
