"""Parts, tools and loan units, and their moving."""

STYLES = ("desk.css", "lists.css")
