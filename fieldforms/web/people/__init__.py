"""Signing in, one's own account, people and deputies."""

STYLES = ("sign.css", "company.css")
