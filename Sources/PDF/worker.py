"""A warm engine process: takes requests on file descriptor 0, a socket, and answers there.

A frame is the length of a JSON header (four bytes, big-endian), the header, and as many bytes as its "body" says. Each request
is served by a child forked from this process, in which the libraries are loaded and have rendered once. Nothing of a booklet can
so reach the next one, memory stays flat, and the cyclic garbage collector, 12 to 23 % of the time, is never needed. When the socket
closes, Prowess is gone: what it left in its temporary folder is removed, and the process ends.
"""

import ctypes
import gc
import hashlib
import io
import json
import logging
import os
import select
import shutil
import signal
import socket
import struct
import sys
import tempfile

WARM_UP = b"""<html lang="en"><head><title>-</title><style>
@page { size: Letter; @top-left { content: string(s) } @bottom-right { content: counter(page) " of " counter(pages) } }
h1 { string-set: s content(); break-after: avoid } a::after { content: leader(".") target-counter(attr(href), page) }
table { width: 100%; border-collapse: collapse } td { border: 1px solid } .f { display: flex } .g { display: grid }
.n { float: footnote } .c { columns: 2 } :root { --a: #123 } b { color: var(--a) } em { font-family: serif }
</style></head><body><h1 id="a">A</h1><p>One <b>two</b> <i>three</i> <em>four</em><span class="n">n</span> <a href="#a">a</a></p>
<table><caption>c</caption><thead><tr><th scope="col">x</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>
<div class="f"><div>f</div></div><div class="g"><div>g</div></div><div class="c">c</div><ul><li>l</li></ul>
<svg width="9" height="9" role="img"><title>t</title><rect width="5" height="5"/><path d="M0 0L5 5"/><text y="5">t</text></svg>
</body></html>"""


def take(channel, count):
    """Exactly so many bytes; None where the other side is gone."""
    parts = []
    while count:
        part = channel.recv(min(count, 1 << 20))
        if not part:
            return None
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def receive(channel):
    """The header and body of the next frame; None where the other side is gone."""
    length = take(channel, 4)
    header = length and take(channel, struct.unpack(">I", length)[0])
    if not header:
        return None
    header = json.loads(header)
    body = take(channel, header["body"])
    return None if body is None else (header, body)


def send(channel, header, body=b""):
    text = json.dumps({**header, "body": len(body)}).encode()
    channel.sendall(struct.pack(">I", len(text)) + text)
    channel.sendall(body)


def versions():
    """What the bytes of a PDF depend on besides the HTML, the fonts and the options."""
    from importlib.metadata import PackageNotFoundError, version

    found = {"python": sys.version.split()[0]}
    for name in ("weasyprint", "pydyf", "tinycss2", "tinyhtml5", "cssselect2", "fonttools", "pyphen", "pillow", "pypdf"):
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            pass
    for library, function in (("libpango-1.0.so.0", "pango_version_string"), ("libharfbuzz.so.0", "hb_version_string")):
        try:
            call = getattr(ctypes.CDLL(library), function)
            call.restype = ctypes.c_char_p
            found[library] = call().decode()
        except (OSError, AttributeError):
            pass
    return found


class Log(logging.Handler):
    """Keeps what the engine says from warnings on."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.lines = []

    def emit(self, record):
        self.lines.append({"isError": record.levelno >= logging.ERROR, "text": record.getMessage()})


def data_only():
    """A fetcher of data: URLs alone: a booklet brings everything along, and nothing may be fetched from anywhere."""
    try:
        from weasyprint.urls import URLFetcher

        return URLFetcher(allowed_protocols={"data"})
    except ImportError:
        from weasyprint import default_url_fetcher

        def fetch(url, *arguments, **options):
            if not url.lower().startswith("data:"):
                raise ValueError(f"URI uses disallowed protocol: {url}")
            return default_url_fetcher(url, *arguments, **options)

        return fetch


def render(html):
    """A tagged PDF/UA-1, and what the engine said."""
    import weasyprint
    from tags import finish

    log = Log()
    logger = logging.getLogger("weasyprint")
    logger.handlers, logger.propagate = [log], False
    document = weasyprint.HTML(string=html.decode(), url_fetcher=data_only()).render(pdf_variant="pdf/ua-1")
    # The identifier would be random otherwise.
    identifier = hashlib.sha256(html).hexdigest()[:32].encode()
    return document.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=identifier, finisher=finish), log.lines


def signature(count):
    """Which pages, from 1, lie left and right on each side of the sheets of a saddle-stitched booklet of so many pages."""
    for sheet in range(count // 4):
        yield count - 2 * sheet, 2 * sheet + 1
        yield 2 * sheet + 2, count - 2 * sheet - 1


def impose(data):
    """The pages two by two in the order in which folded sheets show them; no tags, since it is for printing only."""
    from pypdf import PdfReader, PdfWriter, Transformation

    reader = PdfReader(io.BytesIO(data))
    pages = list(reader.pages)
    width, height = pages[0].mediabox.width, pages[0].mediabox.height
    writer = PdfWriter()
    for sides in signature(-(-len(pages) // 4) * 4):
        sheet = writer.add_blank_page(2 * width, height)
        for place, number in enumerate(sides):
            if number <= len(pages):
                page = pages[number - 1]
                # Links would lead to pages that are elsewhere now.
                page.pop("/Annots", None)
                move = Transformation().translate(place * width - page.mediabox.left, -page.mediabox.bottom)
                sheet.merge_transformed_page(page, move, expand=False)
        sheet.compress_content_streams()
    title = reader.metadata and reader.metadata.title
    writer.add_metadata({"/Title": f"{title} (for printing)"} if title else {})
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue(), []


def answer(channel, header, body):
    """Serves one request, in a child that ends with it."""
    # Of the kernel, so that no loop in C code can hold it up.
    signal.setitimer(signal.ITIMER_REAL, header["seconds"] + 5)
    try:
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)
    except AttributeError:
        pass
    folder = tempfile.mkdtemp()
    tempfile.tempdir = folder
    try:
        try:
            pdf, log = (impose if header["action"] == "impose" else render)(body)
            reply = {"log": log}
        except Exception as error:
            pdf, reply = b"", {"error": f"{type(error).__name__}: {error}", "errno": getattr(error, "errno", None), "log": []}
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    send(channel, reply, pdf)


def wait(child, channel, folder):
    """Waits for a child, and ends all where Prowess is gone."""
    try:
        descriptor = os.pidfd_open(child)
    except (AttributeError, OSError):
        return os.waitpid(child, 0)[1]
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    poll.register(channel, select.POLLRDHUP)
    if all(ready != descriptor for ready, _ in poll.poll()):
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        shutil.rmtree(folder, ignore_errors=True)
        os._exit(1)
    os.close(descriptor)
    return os.waitpid(child, 0)[1]


def main():
    channel = socket.socket(fileno=0)
    if sys.argv[-1] == "probe":
        return send(channel, {"versions": versions(), "log": []})
    folder, action = sys.argv[-2:]
    gc.disable()
    if action == "print":
        render(WARM_UP)
    else:
        import pypdf  # noqa: F401
    gc.collect()
    gc.freeze()
    while request := receive(channel):
        child = os.fork()
        if child == 0:
            try:
                answer(channel, *request)
            except BaseException as error:
                print(f"{type(error).__name__}: {error}", file=sys.stderr, flush=True)
                os._exit(1)
            os._exit(0)
        status = os.waitstatus_to_exitcode(wait(child, channel, folder))
        if status:
            # Half an answer may be on its way: only ending tells so.
            print(f"a render ended with {status}", file=sys.stderr, flush=True)
            os._exit(1)
    shutil.rmtree(folder, ignore_errors=True)


main()
