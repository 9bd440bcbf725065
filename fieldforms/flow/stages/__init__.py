"""The stages of a client's file: what taking a client over and serving it has to yield, what of it is there, what is missing.

What stages there are is data (`stages.toml`, FIELDFORMS_STAGES). It may use `documents` for what is put in and `record` for
the sheets that fulfil something by themselves, as issued papers of the house do. Front doors: `stage_words` for what people say, `progress` for how it stands.
"""
