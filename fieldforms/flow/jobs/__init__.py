"""Work that is done later, beside the requests: at least once, by one worker at a time.

It needs people, for who may look at it.
Front doors: `jobs.put_off`, and for a worker `jobs.do_next`.
"""
