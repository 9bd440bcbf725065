"""Mails, by the server that the administrator named (RFC 5321). Every wait has an end."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate

from fieldforms.flow.notices import sending_failures
from fieldforms.flow.notices.sending_failures import SendingFailed
from fieldforms.store import clock

SECONDS_FOR_MAIL = 20  # for each answer
TLS, STARTTLS, UNENCRYPTED = "tls", "starttls", "plain"


@dataclass(frozen=True)
class MailServer:
    host: str
    port: int
    security: str
    login: str
    password: str
    sender: str


@dataclass(frozen=True)
class Mail:
    """`uuid`: the same at each try, so that a mail that comes twice is seen to be one."""

    uuid: str
    to: str
    subject: str
    body: str


@contextmanager
def mail_connection(server: MailServer) -> Iterator[smtplib.SMTP]:
    """Raises SendingFailed."""
    with telling_failures(for_all=True):
        smtp = open_connection(server)
    try:
        with telling_failures(for_all=True):
            sign_in_to_server(smtp, server)
        yield smtp
    finally:
        with suppress(OSError, smtplib.SMTPException):
            smtp.quit()
        smtp.close()


def open_connection(server: MailServer) -> smtplib.SMTP:
    where = server.host, server.port
    if server.security == TLS:
        return smtplib.SMTP_SSL(*where, timeout=SECONDS_FOR_MAIL, context=ssl.create_default_context())
    return smtplib.SMTP(*where, timeout=SECONDS_FOR_MAIL)


def sign_in_to_server(smtp: smtplib.SMTP, server: MailServer) -> None:
    if server.security == STARTTLS:
        smtp.starttls(context=ssl.create_default_context())
    if server.login:
        smtp.login(server.login, server.password)


def send_mail(smtp: smtplib.SMTP, server: MailServer, mail: Mail) -> None:
    """Raises SendingFailed."""
    with telling_failures():
        smtp.send_message(message_of_mail(server, mail), server.sender, [mail.to])


def message_of_mail(server: MailServer, mail: Mail) -> EmailMessage:
    """Nobody's automatic answer answers it (RFC 3834)."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = server.sender, mail.to, mail.subject
    message["Date"] = formatdate(clock.now() / clock.SECOND)
    message["Message-ID"] = f"<{mail.uuid}@{server.sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.body)
    return message


@contextmanager
def telling_failures(for_all: bool = False) -> Iterator[None]:
    """What goes wrong, in our words. Of what the server says its number alone is kept: the text may name anybody."""
    try:
        yield
    except smtplib.SMTPAuthenticationError as error:
        raise SendingFailed(sending_failures.REFUSED_LOGIN, error.smtp_code, for_all=True) from error
    except smtplib.SMTPRecipientsRefused as error:
        ((code, _text),) = error.recipients.values()
        raise SendingFailed(sending_failures.REFUSED_OUTSIDE, code, for_good=is_for_good(code)) from error
    except smtplib.SMTPServerDisconnected as error:
        silent = isinstance(error.__context__, TimeoutError)
        raise SendingFailed(
            sending_failures.SILENT if silent else sending_failures.UNREACHABLE, for_all=True
        ) from error
    except smtplib.SMTPResponseException as error:
        code = error.smtp_code
        raise SendingFailed(
            sending_failures.REFUSED_OUTSIDE, code, for_all, not for_all and is_for_good(code)
        ) from error
    except smtplib.SMTPNotSupportedError as error:
        raise SendingFailed(sending_failures.NO_ENCRYPTION, for_all=True) from error
    except ssl.SSLCertVerificationError as error:
        raise SendingFailed(sending_failures.BAD_CERTIFICATE, for_all=True) from error
    except TimeoutError as error:
        raise SendingFailed(sending_failures.SILENT, for_all=True) from error
    except OSError as error:
        raise SendingFailed(sending_failures.UNREACHABLE, for_all=True) from error
    except (smtplib.SMTPException, ValueError) as error:  # an address that no header takes
        raise SendingFailed(sending_failures.FAILED_ODDLY, type(error).__name__, for_good=True) from error


def is_for_good(code: int) -> bool:
    """RFC 5321 §4.2.1: 5xx, not to be repeated."""
    return code >= 500
