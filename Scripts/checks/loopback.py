"""Whether mail arrives as it was sent, through a real SMTP server on this machine alone."""

import smtplib
import socket
import sys

# What servers on the way add (RFC 5321, 4.4), and what aiosmtpd's test handlers add to tell of the client.
TRACE = (b"received:", b"return-path:", b"x-peer:", b"x-mailfrom:", b"x-rcptto:", b"delivered-to:")


class Mailbox:
    """Keeps what arrives, as bytes."""

    def __init__(self):
        self.arrived = []

    async def handle_DATA(self, server, session, envelope):
        self.arrived.append(envelope.original_content)
        return "250 OK"


def without_trace(data):
    """A message without the headers that tell of its way."""
    head, blank, body = data.partition(b"\r\n\r\n")
    kept, drops = [], False
    for line in head.split(b"\r\n"):
        if not line.startswith((b" ", b"\t")):
            drops = line.lower().startswith(TRACE)
        if not drops:
            kept.append(line)
    return b"\r\n".join(kept) + blank + body


def controller(environment):
    """aiosmtpd's server, from this Python or from the private one's packages; None where there is none."""
    for path in ["", *sorted(environment.glob("lib/python*/site-packages"))]:
        if path:
            sys.path.append(str(path))
        try:
            from aiosmtpd.controller import Controller
            return Controller
        except ImportError:
            continue
    return None


def free_port():
    """A port that nobody listens on; the controller takes no 0."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def check(messages, environment, report):
    """Sends every message and compares what arrives."""
    Controller = controller(environment)
    if Controller is None:
        report.skip("the way through an SMTP server", "no aiosmtpd: Scripts/check-mail --install gets it")
        return
    mailbox = Mailbox()
    port = free_port()
    server = Controller(mailbox, hostname="127.0.0.1", port=port)
    server.start()
    try:
        with smtplib.SMTP("127.0.0.1", port) as client:
            for path, data in messages:
                count = len(mailbox.arrived)
                client.sendmail("sender@example.org", ["reader@example.org"], data)
                if len(mailbox.arrived) != count + 1:
                    report.fail(path, "SMTP", "did not arrive")
                elif without_trace(mailbox.arrived[-1]) != data:
                    report.fail(path, "SMTP", "arrived otherwise than it was sent")
    finally:
        server.stop()
