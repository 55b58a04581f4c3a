"""The folder as the server sees it: which file an address names, the heartbeats, the status."""

import os
import platform
import re
import threading
import time
from urllib.parse import unquote_to_bytes

from runtime.checksums import read_manifest, verify
from runtime.heartbeats import Heartbeat
from runtime.journal import Journal

# Returned for the address of a folder that lacks its last slash.
REDIRECT = object()


class Site:
    """The folder and what is known about it; all requests share one.

    `journal` is the file for what outlives the browser, or None. `supervisor` is a function that returns its part of
    the status, or None. `start` is a function that returns the name of the start of the browser whose heartbeats
    count, or None when all do.
    """

    def __init__(self, folder, journal, supervisor, start):
        self.folder = folder
        self.root = os.path.join(folder, "site")
        self.journal = Journal(journal)
        self.supervisor = supervisor
        self.start = start
        self.started_at = time.monotonic()
        self.heartbeat = None
        self.verification = verify(folder)
        self._lock = threading.Lock()

    def check(self):
        """Compares the files with their checksums again."""
        with self._lock:
            self.verification = verify(self.folder)

    def resolve(self, address):
        """The file that an address names: its path, REDIRECT, or None when there is none.

        `address` is still percent-encoded, and has no query.
        """
        try:
            path = unquote_to_bytes(address).decode("utf-8")
        except UnicodeDecodeError:
            return None
        if re.search(r"%(?![0-9A-Fa-f]{2})", address):
            return None
        parts = path.split("/")[1:]
        # On Windows a backslash parts folders, and a colon follows the letter of a disk or begins a hidden stream.
        if not path.startswith("/") or re.search(r"[\0\\:]", path):
            return None
        if "" in parts[:-1] or "." in parts or ".." in parts:
            return None
        target = os.path.join(self.root, *parts)
        is_folder = os.path.isdir(target)
        if is_folder and parts[-1] != "":
            return REDIRECT if os.path.isfile(os.path.join(target, "index.html")) else None
        # A symbolic link must not lead out of the site either.
        real = os.path.realpath(os.path.join(target, "index.html") if is_folder else target)
        is_inside = real.startswith(os.path.realpath(self.root) + os.sep)
        return real if is_inside and os.path.isfile(real) and (is_folder or parts[-1] != "") else None

    def record(self, start, fields):
        """Takes a heartbeat, unless it comes from another browser than the one on the screen."""
        expected = self.start()
        if expected is not None and start != expected:
            return
        with self._lock:
            number = self.heartbeat.number + 1 if self.heartbeat else 1
            self.heartbeat = Heartbeat(number, fields)
        self.journal.record(start, fields)

    def status(self):
        """The answer to /kiosk-status. Times in ms, as in the page."""
        manifest = read_manifest(self.folder) or {}
        verification = dict(self.verification)
        message = verification.pop("message")
        heartbeat = self.heartbeat
        now = time.monotonic()
        status = {
            "runtime": "python " + platform.python_version(),
            "uptime": round(1000 * (now - self.started_at)),
            "version": manifest.get("version"),
            "commit": manifest.get("commit"),
            "beatAge": round(1000 * (now - heartbeat.received_at)) if heartbeat else None,
            "beat": heartbeat.fields if heartbeat else None,
            "manifest": None if message else verification,
            "message": message,
            "supervisor": self.supervisor(),
        }
        status.update(self.journal.summary())
        return status
