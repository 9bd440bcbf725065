"""Plans, visits, holidays and the feed."""

STYLES = ("desk.css", "lists.css")
