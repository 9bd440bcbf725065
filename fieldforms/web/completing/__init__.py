"""The signer's pages, short steps on a sheet's own page, lifting confidentiality."""

STYLES = ("sign.css", "sheet.css")
