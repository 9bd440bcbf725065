"""Every sheet of the company, walked: the plain answers of each step as they are posted, for its common case and for
each other way it can go. Tests drive the forms alone, the verbs or the pages with them (tests/forms/walks.py).
"""

from tests.forms.main_sheets import CONTACT, FAULTS, MAINTAINED
from tests.forms.office_sheets import ASKED_FOR, ISSUES, OVERTIMES, RECEIPTS, REPORTS, TRAININGS
from tests.forms.site_sheets import HANDOVERS, KEPT, LOANS, MEETINGS, PRESENTATIONS, STARTED, SURVEYED, VISITS

WALKS = (
    *CONTACT, *MAINTAINED, *FAULTS,
    *STARTED, *SURVEYED, *HANDOVERS, *PRESENTATIONS, *VISITS, *LOANS, *KEPT, *MEETINGS,
    *OVERTIMES, *ASKED_FOR, *RECEIPTS, *ISSUES, *TRAININGS, *REPORTS,
)  # fmt: skip
BY_NAME = {walk.name: walk for walk in WALKS}
