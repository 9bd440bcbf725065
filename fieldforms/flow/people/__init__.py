"""Who does something: accounts, sessions, phones, PINs, deputies, and the actor that every verb takes.

It needs no other room.
Front doors: `actors.Actor`, `accounts`, `sessions`.
"""
