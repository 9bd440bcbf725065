"""Documents, their versions, and the words of their pages."""
