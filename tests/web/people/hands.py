"""Signing in properly."""

from tests.people import PASSWORD, csrf


def sign_in(browser, login="chen", password=PASSWORD, **more):
    token = csrf(browser.get("/sign-in").text)
    return browser.post("/sign-in", data={"csrf_token": token, "login": login, "password": password, **more})


def post(browser, url: str, page: str = "/account", **data):
    return browser.post(url, data={"csrf_token": csrf(browser.get(page).text), **data})


READ_ONLY = {"sqlite": "PRAGMA query_only = 1", "postgresql": "SET default_transaction_read_only = on"}
