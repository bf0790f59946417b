"""A real mail server for the tests: says its port, then one line of JSON for each mail that it took, as a strict parser reads it."""
import asyncio
import email
import email.header
import email.policy
import email.utils
import json
import ssl
import sys

import dkim
from aiosmtpd.smtp import SMTP, AuthResult


class Sink:
    def __init__(self, options):
        self.options = options
        self.taken = 0

    async def handle_DATA(self, server, session, envelope):
        self.taken += 1
        # Reading takes longer than sending: of thousands, all are read for their form and some for their words.
        read = read_form if self.taken % self.options.get("readEach", 1) else read_whole
        print(json.dumps({"from": envelope.mail_from, "to": envelope.rcpt_tos, "tls": server.transport.get_extra_info("ssl_object") is not None,
                          "user": session.auth_data, **read(envelope.original_content, self.options)}), flush=True)
        return "250 2.0.0 Taken"


def read_form(raw, options):
    message = email.message_from_bytes(raw, policy=email.policy.compat32.clone(raise_on_defect=True))
    return {"headers": {name.lower(): value for name, value in message.items()}}


def read_whole(raw, options):
    message = email.message_from_bytes(raw, policy=email.policy.SMTP.clone(raise_on_defect=True))
    for part in message.walk():
        part.get_content() if not part.is_multipart() else None
    assert all(len(line) <= 78 for line in raw.split(b"\r\n")[:-1] if not line.startswith(b" <http")), "long line"
    assert b"\n" not in raw.replace(b"\r\n", b"") and b"\r" not in raw.replace(b"\r\n", b""), "bare line break"
    assert raw.isascii()
    record = options.get("dkim")
    return {
        "headers": {name.lower(): str(value) for name, value in message.items()},
        "count": len(message.items()),
        "fromName": name(raw, "from"),
        "toName": name(raw, "to"),
        "text": message.get_body(("plain",)).get_content().replace("\r\n", "\n"),
        "html": message.get_body(("html",)).get_content().replace("\r\n", "\n"),
        "dkim": dkim.verify(raw, dnsfunc=lambda name, timeout=5: record.encode()) if record else None,
    }


# The parser above keeps the blank between two encoded words of a name, against RFC 2047, 6.2.
def name(raw, field):
    coded = email.utils.parseaddr(email.message_from_bytes(raw)[field])[0]
    return str(email.header.make_header(email.header.decode_header(coded)))


def sign_in(server, session, envelope, mechanism, data):
    return AuthResult(success=data.password == b"ge heim", handled=False, auth_data=data.login.decode())


async def main(options):
    if "check" in options:
        print(json.dumps(read_whole(sys.stdin.buffer.read(), options)))
        return
    tls = None
    if "certificate" in options:
        tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        tls.load_cert_chain(options["certificate"], options["key"])
    implicit = options.get("tls") == "implicit"
    settings = {"hostname": "sink.example", "authenticator": sign_in, "auth_require_tls": tls is not None and not implicit,
                "auth_required": "auth" in options, "auth_exclude_mechanism": ["PLAIN"] if options.get("auth") == "login" else []}
    if tls and not implicit:
        settings.update(tls_context=tls, require_starttls=True)
    sink = Sink(options)
    server = await asyncio.get_running_loop().create_server(
        lambda: SMTP(sink, **settings), "127.0.0.1", 0, ssl=tls if implicit else None)
    print(server.sockets[0].getsockname()[1], flush=True)
    # The tests end it by closing its input.
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


asyncio.run(main(json.loads(sys.argv[1])))
