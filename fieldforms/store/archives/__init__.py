"""The whole database as it is at one moment, out and in again, on both engines."""
