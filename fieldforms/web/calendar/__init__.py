"""Plans, visits, holidays and the feed."""
