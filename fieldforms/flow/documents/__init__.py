"""The library: manuals, drawings, contracts, configurations of models, devices, rooms, clients and of the company.

It may use `register` for what a document is of, `files` for its content and `jobs` for what is read out of it later.
Front doors: `documents`, `document_reading`.
"""
