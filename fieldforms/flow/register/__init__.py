"""Clients, rooms, contacts, devices, labels and contracts, as they are today; sealed sheets keep what they said.

It may use `record` and `calendar` for what a page tells; whom one may see is store/scope.py's.
Front doors: `devices`, `clients`, `codes`.
"""
