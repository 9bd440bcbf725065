"""Chains as they stand, and the public halves of the signing keys."""
