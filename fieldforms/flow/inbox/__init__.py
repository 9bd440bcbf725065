"""What waits for whom: every step, visit, signature, rating and thing to bring back, most urgent first.

It may use every room below; it changes nothing but who has what, when somebody goes (`succession`).
Front door: `inbox_items.items_of_actor`.
"""
