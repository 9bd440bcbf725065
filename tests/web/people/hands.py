"""Signing in properly, and what tests of sessions and phones share."""

from fieldforms.flow.people import invitations
from fieldforms.store.models import Session
from tests.people import PASSWORD, csrf

PIN = "274915"


def sign_in(browser, login="chen", password=PASSWORD, **more):
    token = csrf(browser.get("/sign-in").text)
    return browser.post("/sign-in", data={"csrf_token": token, "login": login, "password": password, **more})


def post(browser, url: str, page: str = "/account", **data):
    return browser.post(url, data={"csrf_token": csrf(browser.get(page).text), **data})


READ_ONLY = {"sqlite": "PRAGMA query_only = 1", "postgresql": "SET default_transaction_read_only = on"}


def change_session(browser, **values) -> None:
    """Of the session that this browser has."""
    Session.update(**values).where(Session.id == browser.session_row.id).execute()


def invite(world, login="chen") -> str:
    """The token of a code that enrols a phone."""
    return invitations.invite_user(world.actor("admin"), world.users[login].id)
