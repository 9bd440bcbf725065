"""What is counted and what leaves the house: charts, a client's month and year, spreadsheets."""

STYLES = ("sheet.css", "board.css")
