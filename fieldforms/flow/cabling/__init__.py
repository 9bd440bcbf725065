"""What is plugged into what: ports of devices and of their models, cables between them, traces, diagrams, free inputs.

It may use `register` and `people`.
Front doors: `ports.add_ports`, `connections.connect_ports`, `wiring`, `diagrams`.
"""
