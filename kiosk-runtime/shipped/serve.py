"""The web server of the kiosk, for this machine only. Python 3.8 or newer, nothing to install.

"python3 serve.py" serves alone (on Windows "py serve.py"), for a museum that starts a browser of its own;
supervise.py runs the same server together with Chromium. It stores nothing about visitors and sends nothing.
Nothing here and in what it imports needs more than Windows has: no fork, no signals, no /proc.
"""

import errno
import json
import os
import socketserver
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

# The folder stays as it was copied.
sys.dont_write_bytecode = True

from runtime.checksums import extension
from runtime.config import CONFIG, FIRST_PORT, FOLDER, HIGHEST_PORT, SECONDS
from runtime.heartbeats import known_fields
from runtime.journal import FILE_NAME
from runtime.site import REDIRECT, Site

MAX_HEARTBEAT_SIZE = 8192
MAX_START_LENGTH = 64
# Tells the page that a 503 is ours, and that damaged files are the reason.
RESTING_HEADER = {"x-telegram-1856": "resting"}
HTML = "text/html; charset=utf-8"
# A table of our own: the one of Python depends on the system, on Windows on the programs installed there.
CONTENT_TYPES = {
    ".html": HTML,
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".geojson": "application/json",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".ico": "image/x-icon",
    ".txt": "text/plain; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".pdf": "application/pdf",
    ".woff2": "font/woff2",
    ".mp3": "audio/mpeg",
    ".ogg": "audio/ogg",
    ".mp4": "video/mp4",
    ".vtt": "text/vtt; charset=utf-8",
    ".wasm": "application/wasm",
}


class Handler(BaseHTTPRequestHandler):
    """Answers the requests of one connection."""

    protocol_version = "HTTP/1.1"
    # An idle connection is closed after so many seconds.
    timeout = 5
    site = None

    def log_message(self, *_):
        """Not logged: a museum's log is for what goes wrong."""

    def respond(self, status, headers, body=b""):
        """Sends an answer; `body` is bytes."""
        self.send_response_only(status)
        self.send_header("x-content-type-options", "nosniff")
        if status != 204:
            self.send_header("content-length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def respond_uncached(self, status, content_type, body, headers=None):
        """Sends an answer that the browser must not store."""
        fresh = {"content-type": content_type, "cache-control": "no-store"}
        self.respond(status, {**fresh, **(headers or {})}, body)

    def respond_text(self, status, sentence, headers=None):
        """Sends a sentence."""
        self.respond_uncached(status, CONTENT_TYPES[".txt"], sentence.encode("utf-8"), headers)

    def receive_heartbeat(self):
        """POST /kiosk-beat."""
        if self.command != "POST":
            self.respond_text(405, "A heartbeat is sent with POST.", {"allow": "POST"})
            return
        length = self.headers.get("content-length") or ""
        if not length.isdecimal():
            self.respond_text(411, "A heartbeat says how long it is.", {"connection": "close"})
            return
        if int(length) > MAX_HEARTBEAT_SIZE:
            sentence = "A heartbeat has at most %d bytes." % MAX_HEARTBEAT_SIZE
            self.respond_text(413, sentence, {"connection": "close"})
            return
        start = ""
        try:
            given = json.loads(self.rfile.read(int(length)).decode("utf-8"))
            fields = known_fields(given)
            if fields is not None and isinstance(given.get("start"), str):
                start = given["start"][:MAX_START_LENGTH]
        except (ValueError, RecursionError):
            fields = None
        if fields is None:
            self.respond_text(400, "A heartbeat is one JSON object.")
            return
        self.site.record(start, fields)
        # An open page learns here that its files are damaged, and makes way for the resting page.
        if self.site.verification["usable"]:
            self.respond(204, {})
        else:
            self.respond(503, RESTING_HEADER)

    def send_status(self, query):
        """GET /kiosk-status."""
        if "verify=1" in query.split("&"):
            self.site.check()
        body = json.dumps(self.site.status()).encode("utf-8")
        self.respond_uncached(200, CONTENT_TYPES[".json"], body)

    def send_settings(self):
        """GET /kiosk.json: the technician's file as it is now, unchecked; the page says what is wrong in it."""
        try:
            with open(os.path.join(self.site.folder, "kiosk.json"), "rb") as file:
                body = file.read()
        except OSError:
            self.respond_text(404, "There is no kiosk.json beside the site.")
            return
        self.respond_uncached(200, CONTENT_TYPES[".json"], body)

    def send_resting_page(self):
        """What visitors see instead of words that may be damaged."""
        try:
            with open(os.path.join(self.site.folder, "resting.html"), "rb") as file:
                body = file.read()
        except OSError:
            self.respond_text(503, "The files of this screen are damaged.")
            return
        self.respond_uncached(503, HTML, body, RESTING_HEADER)

    def send_file(self, address):
        """GET of anything else."""
        found = self.site.resolve(address)
        if found is REDIRECT:
            self.respond(301, {"location": address + "/"})
            return
        path = found or os.path.join(self.site.root, "404.html")
        kind = extension(path)
        # The health page is shown in any case: it names the damaged files.
        is_health_page = "/kiosk/health/" in address
        if kind == ".html" and not self.site.verification["usable"] and not is_health_page:
            self.send_resting_page()
            return
        try:
            with open(path, "rb") as file:
                body = file.read()
        except OSError:
            self.respond_text(404, "Not found.")
            return
        never_changes = found and "/immutable/" in address
        headers = {
            "content-type": CONTENT_TYPES.get(kind, "application/octet-stream"),
            "cache-control": "public, max-age=31536000, immutable" if never_changes else "no-cache",
        }
        self.respond(200 if found else 404, headers, body)

    def handle_request(self):
        """Every request, whatever its method."""
        address, _, query = self.path.split("#", 1)[0].partition("?")
        if address == "/kiosk-beat":
            self.receive_heartbeat()
        elif self.command not in ("GET", "HEAD"):
            sentence = "Only GET, HEAD and the heartbeat are answered."
            self.respond_text(405, sentence, {"allow": "GET, HEAD", "connection": "close"})
        elif address == "/kiosk-status":
            self.send_status(query)
        elif address == "/kiosk.json":
            self.send_settings()
        else:
            self.send_file(address)

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = do_OPTIONS = do_PATCH = handle_request


class Server(ThreadingHTTPServer):
    """Checks the files of the folder, then listens on 127.0.0.1 on the first free port.

    The arguments are those of Site. Raises OSError, a sentence, when no port can be used.
    """

    daemon_threads = True
    # On Linux it lets a restarted server have its port back at once; on Windows two servers could share one.
    allow_reuse_address = os.name != "nt"

    def __init__(self, journal=None, supervisor=lambda: None, start=lambda: None):
        self.site = Site(FOLDER, journal, supervisor, start)
        handler = type("SiteHandler", (Handler,), {"site": self.site})
        last_port = min(FIRST_PORT + CONFIG["ports"] - 1, HIGHEST_PORT)
        for port in range(FIRST_PORT, last_port + 1):
            try:
                super().__init__(("127.0.0.1", port), handler)
                break
            except OSError as error:
                # Windows refuses the ports that it has reserved with EACCES.
                if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                    raise
        else:
            raise OSError(
                "None of the ports %d to %d is free; stop what uses them, or set KIOSK_PORT."
                % (FIRST_PORT, last_port)
            )
        self.url = "http://127.0.0.1:%d/" % self.server_address[1]
        threading.Thread(target=self._check_regularly, daemon=True).start()

    def server_bind(self):
        """HTTPServer would look up the name of this host, which takes long without a network."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[:2]

    def _check_regularly(self):
        while True:
            time.sleep(SECONDS["checkInterval"])
            self.site.check()

    def handle_error(self, request, client_address):
        """Not logged: a browser that closes a connection in the middle of an answer is no fault."""


def main():
    """Serves alone until it is told to stop."""
    run_dir = os.environ.get("KIOSK_RUN_DIR")
    try:
        server = Server(journal=os.path.join(run_dir, FILE_NAME) if run_dir else None)
    except OSError as error:
        print(error, file=sys.stderr)
        return 1
    print("Telegram 1856 is at %skiosk/  (stop with Ctrl+C)" % server.url, flush=True)
    verification = server.site.verification
    if not verification["ok"]:
        sentence = "Some files are not as they were packed: %skiosk-status" % server.url
        print(verification["message"] or sentence, flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    return 0


if __name__ == "__main__":
    sys.exit(main())
