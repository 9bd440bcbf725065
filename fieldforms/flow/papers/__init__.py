"""Papers that the house writes about a client or a room: guides, manuals, reports, rules.

It may use every room below `inbox`; nothing but pages uses it. What was issued is a document like any other.
Front doors: `room_papers`, `client_papers`.
"""
