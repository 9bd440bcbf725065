"""The stages of a client's file, what each of them yields, and the clients that are being taken over."""

STYLES = ("client.css",)
