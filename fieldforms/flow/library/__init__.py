"""The company's forms as files: read, checked against each other and the register, published, retired.

It knows what the register can answer (`prefill`, `register`) and nobody's answers.
Front door: `form_publishing`.
"""
