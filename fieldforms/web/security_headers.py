"""What every answer tells browsers: pages, files, refusals, and what is answered before Flask is asked.

A page says what it needs; whatever else is opened by itself may do nothing.
"""

POLICY_OF_PAGES = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
POLICY_OF_FILES = "default-src 'none'; frame-ancestors 'none'"
HEADERS = {
    "Content-Security-Policy": POLICY_OF_PAGES,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(self), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
HEADERS_OF_FILES = HEADERS | {"Content-Security-Policy": POLICY_OF_FILES}
HSTS = {"Strict-Transport-Security": "max-age=31536000"}
# A script, a style or a picture that a page of ours asks for is no document: a browser reads of these the first alone. With the
# twenty files of a form they would weigh 8 kB, a fifth of it (test_weight). Who does not say what it asks for gets them all.
HEADERS_OF_PARTS = {"X-Content-Type-Options": "nosniff"}
PARTS_OF_PAGES = {
    "script",
    "style",
    "image",
    "font",
}  # Sec-Fetch-Dest (Fetch Metadata §2.1); a worker is none


class SecurityHeaders:
    """WSGI around everything. `https`: is the installation's address one?"""

    def __init__(self, wsgi, https: bool):
        self.wsgi, self.https = wsgi, https

    def __call__(self, environ, start_response):
        wanted = headers_of_answer(environ) | (HSTS if self.https else {})

        def start(status, headers, *exc_info):
            said = {name.lower() for name, _value in headers}
            return start_response(
                status,
                [*headers, *((name, wanted[name]) for name in wanted if name.lower() not in said)],
                *exc_info,
            )

        return self.wsgi(environ, start)


def headers_of_answer(environ) -> dict[str, str]:
    if not environ.get("PATH_INFO", "").startswith("/static/"):
        return HEADERS
    of_our_page = environ.get("HTTP_SEC_FETCH_SITE") == "same-origin"
    return (
        HEADERS_OF_PARTS
        if of_our_page and environ.get("HTTP_SEC_FETCH_DEST") in PARTS_OF_PAGES
        else HEADERS_OF_FILES
    )
