"""Plans, their visits, holidays and feeds."""
