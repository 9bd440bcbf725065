"""What a completion hands in, what is sealed beside its answers, and what it came to."""

import hashlib
import hmac
import json
from dataclasses import dataclass, replace
from functools import cached_property

from fieldforms import config
from fieldforms.flow.filling.draft_contexts import DraftContext
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import folding
from fieldforms.flow.record.index_texts import SaidWords
from fieldforms.flow.seals import entry_seals
from fieldforms.forms.definition import Step
from fieldforms.store.models import Entry
from fieldforms.store.record import records


@dataclass(frozen=True)
class HandedIn:
    """What a completion hands in. `phone_at`: UTC ms by the phone's clock. `shown`: digest of the entry signed for.

    `strokes`: as forms.strokes writes them. `paper`: digests of the photos of a sheet signed on paper.
    `page_secret`: what only the signer's page knew (page_secrets).
    `body`: digest of the body as a phone kept it, "" of what came at once: a client may have signed it there.
    `missing_photos`: how many had not arrived when the person went on without them; no part of what is handed in.
    """

    answers: dict
    outcome: str = folding.DONE
    signer: str = ""
    strokes: str = ""
    typed: bool = False
    reason: str = ""
    paper: tuple[str, ...] = ()
    shown: str = ""
    phone_at: int | None = None
    lang: str = "zh"
    page_secret: str = ""
    missing_photos: int = 0
    body: str = ""

    @property
    def digest(self) -> str:
        """What was handed in, without clocks: the same body again from the same page is the same completion.

        Keyed with the installation's secret: a plain digest would let anyone try out which rating was given.
        """
        body = [
            self.answers,
            self.outcome,
            self.signer,
            self.typed,
            self.reason,
            list(self.paper),
            self.shown,
            self.strokes,
            *([self.page_secret] if self.page_secret else []),
        ]
        canonical = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        key = config.secret_key(config.current).encode()
        return hmac.new(key, canonical.encode(), hashlib.sha256).hexdigest()


@dataclass(frozen=True)
class Completion:
    """A sealed entry and its record as that left it: whole, as rules need it, so that nobody reads it again.

    `repeated`: the same body had been sealed before; nothing follows from it a second time.
    """

    entry: Entry
    seen: records.Seen
    repeated: bool = False

    @property
    def step(self) -> Step:
        return self.seen.definition.step(self.entry.step)

    def left_by(self, later: "Completion") -> "Completion":
        """The same with its record as a later completion left it, if that was one of this record."""
        return replace(self, seen=later.seen) if later.entry.record == self.entry.record else self

    @cached_property
    def fold(self) -> folding.Fold:
        return folding.fold_entries(self.seen.definition, self.seen.entries)


@dataclass(frozen=True)
class ReadyStep:
    """A step as it may be sealed, if nothing has changed since it was read: its draft with what came before, what it says,
    and in which words its record will be found.

    Made without a lock: others need not wait while answers are checked, disclosures made and words put together.
    """

    found: DraftContext
    content: entry_seals.EntryContent
    seal: entry_seals.ReadySeal
    said: SaidWords

    @property
    def before(self) -> tuple[records.Sealed, ...]:
        return self.found.before


def facts_of(given: HandedIn, actor: Actor) -> dict:
    """The evidence sealed with an entry (issue: both clocks, device, address, agent, which way it was signed)."""
    return {
        "actor": actor.user.name if actor.user and actor.way == "account" else None,
        "reason": given.reason or None,
        "paper": list(given.paper) or None,
        **({"missing_photos": given.missing_photos} if given.missing_photos else {}),
        "evidence": {
            "address": actor.address,
            "agent": actor.agent,
            "device": actor.device,
            "language": given.lang,
            "handed_over_by": actor.user.name if actor.user and actor.way == "handed_over" else None,
            **({"body": given.body} if given.body else {}),
            **({"browser_of": actor.extra["browser_of"]} if "browser_of" in actor.extra else {}),
        },
    }
