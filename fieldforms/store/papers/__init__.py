"""What people write into the papers of a client, version by version."""
