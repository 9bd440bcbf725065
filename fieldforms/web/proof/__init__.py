"""Checking that a sheet is genuine; erasing what a person asks to have erased."""

STYLES = ("sheet.css",)
