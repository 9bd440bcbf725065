"""Accounts, sessions and deputies."""
