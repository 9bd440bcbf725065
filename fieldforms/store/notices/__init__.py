"""What people were told, where they want to be told, and what leaves the house for it."""
