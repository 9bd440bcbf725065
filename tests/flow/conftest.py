from tests.shared import prepared, shared

__all__ = ["prepared", "shared"]
