"""The organisation's forms: which count, how one will look, publishing it."""

STYLES = ("desk.css", "sign.css")
