"""The list of records, a record's page, and its sheet as a file."""

STYLES = ("sheet.css",)
