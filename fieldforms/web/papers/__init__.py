"""What the house writes about a client or a room: guides, manuals, reports, rules, as pages and as PDF."""
