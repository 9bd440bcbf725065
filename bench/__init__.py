"""The measurements of shared/quality.md, "Speed": each beside its floor, taken in the same run (README.md)."""
