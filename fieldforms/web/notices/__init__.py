"""Notices: the list of what newly waits, how one wants to be told, and the ways out of the house."""
