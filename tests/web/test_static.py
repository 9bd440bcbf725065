"""Static files: fresh with every content, compressed, cached for good."""

import re


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
