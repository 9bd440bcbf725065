"""Reporting a fault without an account, the dispatcher's board, who is sent, the times agreed."""

STYLES = ("board.css", "desk.css", "lists.css")
