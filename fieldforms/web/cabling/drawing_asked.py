"""What an address, or a form, asks of a diagram: which system, and whether unused ports are drawn."""

from flask import request

from fieldforms.flow.cabling.signals import SYSTEMS


def chosen_system() -> str:
    given = request.values.get("system", "")
    return given if given in SYSTEMS else ""


def is_whole() -> bool:
    return request.values.get("free", "1") == "1"
