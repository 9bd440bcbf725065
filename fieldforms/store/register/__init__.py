"""Clients, rooms, contacts, devices and their labels."""
