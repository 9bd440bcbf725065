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


def test_what_programs_ask_every_server_for_is_there(world):
    browser = world.browser()
    robots = browser.get("/robots.txt")
    assert (robots.status_code, robots.text) == (200, "User-agent: *\nDisallow: /\n")
    icon = browser.get("/favicon.ico", follow_redirects=True)
    assert icon.status_code == 200 and icon.headers["Content-Type"].startswith("image/svg")


def test_a_stranger_who_finds_nothing_has_a_way_on(world):
    page = world.browser().get("/nothing-here")
    assert page.status_code == 404 and 'href="/sign-in"' in page.text
    assert 'href="/sign-in"' not in world.browser("chen").get("/nothing-here").text
