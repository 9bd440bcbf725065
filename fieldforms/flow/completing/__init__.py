"""A step is done: sealed once, with all that follows from it in the same transaction.

It may use filling and all below it; nobody but its front door seals a step.
Front door: `completion.complete`.
"""
