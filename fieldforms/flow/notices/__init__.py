"""Notices: what newly waits for somebody is told to them, once, in the app and where they want it.

They are derived from what everybody's own list shows (inbox), and may use every room below.
Front door: `teller.tell_everybody`.
"""
