"""The kiosk's own small server; its twin for Node is `serve.mjs`. Python 3.8 or newer, nothing to install.

`python3 serve.py` serves alone, for a museum that brings its own kiosk browser; `supervise.py` starts it
together with Chromium. It listens on this machine only, keeps nothing about visitors, and sends nothing.
"""

import errno
import hashlib
import json
import os
import platform
import re
import sys
import threading
import time
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote_to_bytes

FOLDER = os.path.dirname(os.path.realpath(__file__))
with open(os.path.join(FOLDER, "shared.json"), encoding="utf-8") as _file:
    # What both twins know: content types, times, the browser's flags.
    SHARED = json.load(_file)
# Says that it is this server that answers 503, and why: files are damaged.
RESTING = {"x-telegram-1856": "resting"}
STATES = ("attract", "choose", "visit", "idle", "health")
# What is kept of a page's errors: so many, so long; and the names of so many browser starts.
MOST_ERRORS = 5
LONGEST_ERROR = 200
MOST_STARTS = 20
LONGEST_START = 64
# No true number of a heartbeat is larger.
LARGEST_NUMBER = 1e15
# The name of the book in the folder for what lasts until the next start.
BOOK = "book.json"
# The book is smaller; what is larger is not ours. Bytes.
LARGEST_BOOK = 64000


def iso_now():
    return datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def extension(name):
    return os.path.splitext(name)[1].lower()


def read_manifest(folder):
    """The manifest beside the site, or None when it is missing or broken."""
    try:
        with open(os.path.join(folder, "manifest.json"), encoding="utf-8") as file:
            manifest = json.load(file)
        return manifest if isinstance(manifest.get("files"), dict) else None
    except (OSError, ValueError, AttributeError):
        return None


def files_in(folder):
    """Every file below a folder, with `/` between the parts of its name."""
    names = set()
    for path, _, files in os.walk(folder):
        for file in files:
            names.add(os.path.relpath(os.path.join(path, file), folder).replace(os.sep, "/"))
    return names


def verify(folder):
    """Compares `site/` with `manifest.json`; for the fields see `Verification` in `serve.mjs`."""
    result = {
        "ok": False,
        "usable": True,
        "checkedAt": iso_now(),
        "damaged": [],
        "missing": [],
        "extra": [],
        "message": None,
    }
    manifest = read_manifest(folder)
    if manifest is None:
        result["message"] = (
            "manifest.json is missing or cannot be read, so the files were not checked; "
            "copy the folder again."
        )
        return result
    site = os.path.join(folder, "site")
    present = files_in(site)
    for name, entry in manifest["files"].items():
        if name not in present:
            result["missing"].append(name)
            continue
        present.remove(name)
        try:
            with open(os.path.join(site, name), "rb") as file:
                if hashlib.sha256(file.read()).hexdigest() != entry["sha256"]:
                    result["damaged"].append(name)
        except OSError:
            result["damaged"].append(name)
    result["extra"] = list(present)
    for kind in ("damaged", "missing", "extra"):
        result[kind].sort()
    wrong = result["damaged"] + result["missing"]
    result["ok"] = not wrong and not result["extra"]
    result["usable"] = not any(extension(name) in SHARED["essential"] for name in wrong)
    return result


def is_number(value):
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    return abs(value) < LARGEST_NUMBER


def is_count(value):
    return is_number(value) and value == int(value) and value >= 0


def known_fields(body):
    """Keeps the agreed fields of a heartbeat and nothing else, so that nothing about a visitor can be kept.

    None when it is no heartbeat.
    """
    if not isinstance(body, dict):
        return None
    known = {name: body[name] for name in ("visits", "uptime", "heap") if is_number(body.get(name))}
    errors = body.get("errors")
    if is_number(errors):
        known["errors"] = errors
    if isinstance(errors, list):
        texts = [error for error in errors if isinstance(error, str)]
        known["errors"] = [error[:LONGEST_ERROR] for error in texts[-MOST_ERRORS:]]
    if isinstance(body.get("version"), str):
        known["version"] = body["version"][:100]
    if isinstance(body.get("state"), str) and body["state"] in STATES:
        known["state"] = body["state"]
    return known


class Beat:
    """The last heartbeat: when it came (monotonic seconds), how many came, and its known fields."""

    def __init__(self, count, body):
        self.at = time.monotonic()
        self.count = count
        self.body = body


def today():
    """The day by this machine's clock, such as 2026-05-04."""
    return datetime.now().strftime("%Y-%m-%d")


class Book:
    """The book of the day, for which see `Book` in `serve.mjs`.

    It lasts as long as its file, or as long as this program where there is no room for one.
    """

    def __init__(self, path):
        self.path = path
        self.day = today()
        self.visits = 0
        # The visits that each start of the browser has told, the latest last.
        self.starts = {}
        self.errors = []
        # The errors that a start told last, so that each is entered once.
        self.told = {}
        self.lock = threading.Lock()
        try:
            self.load()
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            # Then it begins empty.
            pass

    def load(self):
        """Reads what `keep` wrote."""
        path = self.path
        if not path or not os.path.isfile(path) or os.path.getsize(path) >= LARGEST_BOOK:
            return
        with open(path, encoding="utf-8") as file:
            kept = json.load(file)
        starts = [(start, count) for start, count in kept["starts"]]
        sound = (
            isinstance(kept["day"], str)
            and is_count(kept["visits"])
            and all(isinstance(start, str) and is_count(count) for start, count in starts)
            and isinstance(kept["errors"], list)
            and all(isinstance(error, str) for error in kept["errors"])
        )
        if sound:
            self.day = kept["day"]
            self.visits = kept["visits"]
            self.starts = dict(starts[-MOST_STARTS:])
            self.errors = [error[:LONGEST_ERROR] for error in kept["errors"][-MOST_ERRORS:]]

    def keep(self):
        if not self.path:
            return
        fresh = self.path + ".new"
        kept = {
            "day": self.day,
            "visits": self.visits,
            "starts": list(self.starts.items()),
            "errors": self.errors,
        }
        try:
            # The old one stays whole until the new one is.
            with open(fresh, "w", encoding="utf-8") as file:
                json.dump(kept, file)
            os.replace(fresh, self.path)
        except (OSError, ValueError):
            try:
                os.remove(fresh)
            except OSError:
                # It is in memory.
                pass

    def read(self):
        return {"visits": self.visits if self.day == today() else 0, "errors": self.errors}

    def enter(self, start, body):
        """Adds what a heartbeat tells that was not told before."""
        with self.lock:
            if self._enter(start, body.get("visits"), body.get("errors")):
                self.keep()

    def _enter(self, start, visits, errors):
        """Returns whether anything is new."""
        is_new = False
        # A clock that was put to another day begins a new one.
        if self.day != today():
            self.day = today()
            self.visits = 0
            is_new = True
        if is_count(visits):
            known = self.starts.pop(start, 0)
            # Fewer than before: the page has begun to count anew.
            self.visits += visits - known if visits >= known else visits
            self.starts[start] = visits
            for oldest in list(self.starts)[:-MOST_STARTS]:
                del self.starts[oldest]
                self.told.pop(oldest, None)
            is_new = is_new or visits != known
        if isinstance(errors, list):
            known = self.told.get(start, []) + self.errors
            fresh = [error for error in errors if error not in known]
            self.errors = (self.errors + fresh)[-MOST_ERRORS:]
            self.told[start] = errors
            is_new = is_new or bool(fresh)
        return is_new


class Site:
    """The folder and what is known about it; all requests share one."""

    def __init__(self, folder, book, supervisor, start):
        self.folder = folder
        self.root = os.path.join(folder, "site")
        self.book = Book(book)
        self.supervisor = supervisor
        self.start = start
        self.started_at = time.monotonic()
        self.beat = None
        self.verification = verify(folder)
        self._checking = threading.Lock()

    def check(self):
        """Checks again."""
        with self._checking:
            self.verification = verify(self.folder)

    def find(self, address):
        """The file an address names: its path, "folder" for a folder without its slash, None for none."""
        try:
            path = unquote_to_bytes(address).decode("utf-8")
        except UnicodeDecodeError:
            return None
        if re.search(r"%(?![0-9A-Fa-f]{2})", address):
            return None
        parts = path.split("/")[1:]
        if not path.startswith("/") or re.search(r"[\0\\:]", path):
            return None
        if "" in parts[:-1] or "." in parts or ".." in parts:
            return None
        target = os.path.join(self.root, *parts)
        is_folder = os.path.isdir(target)
        if is_folder and parts[-1] != "":
            return "folder" if os.path.isfile(os.path.join(target, "index.html")) else None
        # A link must not lead out of the site either.
        real = os.path.realpath(os.path.join(target, "index.html") if is_folder else target)
        inside = real.startswith(os.path.realpath(self.root) + os.sep)
        return real if inside and os.path.isfile(real) and (is_folder or parts[-1] != "") else None

    def status(self):
        """Times in ms, as the page counts them."""
        manifest = read_manifest(self.folder) or {}
        checked = dict(self.verification)
        message = checked.pop("message")
        beat = self.beat
        now = time.monotonic()
        status = {
            "runtime": "python " + platform.python_version(),
            "uptime": round(1000 * (now - self.started_at)),
            "version": manifest.get("version"),
            "commit": manifest.get("commit"),
            "beatAge": round(1000 * (now - beat.at)) if beat else None,
            "beat": beat.body if beat else None,
            "manifest": None if message else checked,
            "message": message,
            "supervisor": self.supervisor(),
        }
        status.update(self.book.read())
        return status


class Handler(BaseHTTPRequestHandler):
    """Answers one connection."""

    protocol_version = "HTTP/1.1"
    # A connection on which nothing is asked is closed, as in Node.
    timeout = 5
    site = None

    def log_message(self, *_):
        """Says nothing: a museum's log is for what goes wrong."""

    def answer(self, status, headers, body=b""):
        self.send_response_only(status)
        self.send_header("x-content-type-options", "nosniff")
        if status != 204:
            self.send_header("content-length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def json(self, status, value):
        headers = {"content-type": "application/json", "cache-control": "no-store"}
        self.answer(status, headers, json.dumps(value).encode("utf-8"))

    def say(self, status, sentence, headers=None):
        own = {"content-type": "text/plain; charset=utf-8", "cache-control": "no-store"}
        own.update(headers or {})
        self.answer(status, own, sentence.encode("utf-8"))

    def take_beat(self):
        if self.command != "POST":
            self.say(405, "A heartbeat is sent with POST.", {"allow": "POST"})
            return
        length = self.headers.get("content-length") or ""
        if not length.isdigit():
            self.say(411, "A heartbeat says how long it is.", {"connection": "close"})
            return
        if int(length) > SHARED["largestBeat"]:
            sentence = "A heartbeat has at most %d bytes." % SHARED["largestBeat"]
            self.say(413, sentence, {"connection": "close"})
            return
        start = ""
        try:
            given = json.loads(self.rfile.read(int(length)).decode("utf-8"))
            body = known_fields(given)
            if body is not None and isinstance(given.get("start"), str):
                start = given["start"][:LONGEST_START]
        except (ValueError, RecursionError):
            body = None
        if body is None:
            self.say(400, "A heartbeat is one JSON object.")
            return
        # A page in another browser says nothing about the one on the screen.
        expected = self.site.start()
        if expected is None or start == expected:
            last = self.site.beat
            self.site.beat = Beat(last.count + 1 if last else 1, body)
            self.site.book.enter(start, body)
        # A page that is open already hears of it here, and makes room for the resting page.
        if self.site.verification["usable"]:
            self.answer(204, {})
        else:
            self.answer(503, RESTING)

    def handle_request(self):
        address, _, query = self.path.split("#", 1)[0].partition("?")
        if address == "/kiosk-beat":
            self.take_beat()
            return
        if self.command not in ("GET", "HEAD"):
            sentence = "Only GET, HEAD and the heartbeat are answered."
            self.say(405, sentence, {"allow": "GET, HEAD", "connection": "close"})
            return
        if address == "/kiosk-status":
            if "verify=1" in query.split("&"):
                self.site.check()
            self.json(200, self.site.status())
            return
        if address == "/kiosk.json":
            # The technician's file as it is now; the page says what is wrong in it.
            try:
                with open(os.path.join(self.site.folder, "kiosk.json"), "rb") as file:
                    body = file.read()
            except OSError:
                self.say(404, "There is no kiosk.json beside the site.")
                return
            headers = {"content-type": "application/json", "cache-control": "no-store"}
            self.answer(200, headers, body)
            return
        found = self.site.find(address)
        if found == "folder":
            self.answer(301, {"location": address + "/"})
            return
        path = found or os.path.join(self.site.root, "404.html")
        usable = self.site.verification["usable"]
        # Words that may be damaged are not shown; the page about the machine's health is, to say which.
        if extension(path) == ".html" and not usable and "/kiosk/health/" not in address:
            try:
                with open(os.path.join(self.site.folder, "resting.html"), "rb") as file:
                    body = file.read()
            except OSError:
                self.say(503, "The files of this screen are damaged.")
                return
            headers = {"content-type": SHARED["types"][".html"], "cache-control": "no-store", **RESTING}
            self.answer(503, headers, body)
            return
        try:
            with open(path, "rb") as file:
                body = file.read()
        except OSError:
            self.say(404, "Not found.")
            return
        lasting = found and "/immutable/" in address
        headers = {
            "content-type": SHARED["types"].get(extension(path), "application/octet-stream"),
            "cache-control": "public, max-age=31536000, immutable" if lasting else "no-cache",
        }
        self.answer(200 if found else 404, headers, body)

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = do_OPTIONS = do_PATCH = handle_request


class Server(ThreadingHTTPServer):
    """Serves the folder on 127.0.0.1, once its files have been checked, on the first free port."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(
        self,
        folder=FOLDER,
        port=None,
        ports=None,
        book=None,
        supervisor=lambda: None,
        start=lambda: None,
    ):
        """For `book`, `supervisor` and `start` see `serve` in `serve.mjs`."""
        self.site = Site(folder, book, supervisor, start)
        handler = type("SiteHandler", (Handler,), {"site": self.site})
        first = port or SHARED["port"]
        count = ports or SHARED["ports"]
        for candidate in range(first, first + count):
            try:
                super().__init__(("127.0.0.1", candidate), handler)
                break
            except OSError as error:
                if error.errno != errno.EADDRINUSE:
                    raise
        else:
            raise OSError(
                "None of the ports %d to %d is free; stop what uses them, or set KIOSK_PORT."
                % (first, first + count - 1)
            )
        self.url = "http://127.0.0.1:%d/" % self.server_address[1]
        threading.Thread(target=self._check_hourly, daemon=True).start()

    def _check_hourly(self):
        while True:
            time.sleep(SHARED["seconds"]["verifyEvery"])
            self.site.check()

    def handle_error(self, request, client_address):
        """Says nothing: a browser that goes away in the middle of an answer is no trouble."""


def main():
    """Serves alone until it is told to stop."""
    run_dir = os.environ.get("KIOSK_RUN_DIR")
    try:
        server = Server(
            port=int(os.environ.get("KIOSK_PORT") or SHARED["port"]),
            book=os.path.join(run_dir, BOOK) if run_dir else None,
        )
    except OSError as error:
        print(error, file=sys.stderr)
        return 1
    print("Telegram 1856 is at %skiosk/  (stop with Ctrl+C)" % server.url, flush=True)
    if not server.site.verification["ok"]:
        message = server.site.verification["message"]
        print(
            message or "Some files are not as they were packed: %skiosk-status" % server.url,
            flush=True,
        )
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    return 0


if __name__ == "__main__":
    sys.exit(main())
