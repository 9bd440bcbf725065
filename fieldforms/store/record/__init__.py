"""Entries, the records folded from them, and the projection that lists read."""
