"""Clients, contacts, rooms, devices and labels."""
