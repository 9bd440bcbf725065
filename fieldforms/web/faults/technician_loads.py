"""How much a technician has to do, for who sends one."""

from fieldforms.flow.faults import board
from fieldforms.store import clock
from fieldforms.web.spans_of_time import span_in_words


def load_dict(each: board.TechnicianLoad) -> dict:
    oldest = span_in_words((clock.now() - each.oldest) // clock.MINUTE) if each.oldest is not None else ""
    return {"user": each.user, "n": each.n, "late": each.late, "oldest": oldest}
