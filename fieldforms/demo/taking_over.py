"""The demonstration's stages, told by those who would have told them."""

from fieldforms import demo
from fieldforms.flow.stages import stage_words, taking_over
from fieldforms.store import clock


def load_stages(known) -> None:
    """`known`: as demo/load.py knows the register."""
    found = demo.stages()
    for told in found["told"]:
        with clock.pretend_now(clock.now() - told["days_ago"] * clock.DAY_MS):
            said = {"state": told["state"], "words": told["words"]}
            client = known.clients[told["client"]].id
            stage_words.tell_deliverable(known.actor(told["by"]), client, told["deliverable"], said)
    for served in found["served"]:
        taking_over.end_taking_over(
            known.actor(served["by"]), [known.clients[served["client"]].id], served["words"]
        )
