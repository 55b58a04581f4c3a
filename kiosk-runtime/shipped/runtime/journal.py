"""The visits of the day and the last errors, over all starts of the browser. Nothing about a visitor."""

import json
import os
import threading
from datetime import datetime

from runtime.heartbeats import MAX_ERROR_LENGTH, MAX_ERRORS, is_count

FILE_NAME = "journal.json"
# The counts of so many starts of the browser are remembered.
MAX_STARTS = 20
# Our own file is smaller, bytes.
MAX_FILE_SIZE = 64000


def today():
    """The day by this machine's clock, for example 2026-05-04."""
    return datetime.now().strftime("%Y-%m-%d")


class Journal:
    """Outlives the browser and the server where its file can be written; else it is kept in memory."""

    def __init__(self, path):
        """`path` is the journal's file, or None for memory only."""
        self.path = path
        self.day = today()
        self.visits = 0
        # Visits as each start of the browser counted them, the latest start last.
        self.starts = {}
        self.errors = []
        # The errors in the last heartbeat of each start, so that each error is added once.
        self.reported = {}
        self.lock = threading.Lock()
        try:
            self._load()
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            # A damaged journal counts as an empty one.
            pass

    def _load(self):
        path = self.path
        if not path or not os.path.isfile(path) or os.path.getsize(path) >= MAX_FILE_SIZE:
            return
        with open(path, encoding="utf-8") as file:
            saved = json.load(file)
        starts = [(start, count) for start, count in saved["starts"]]
        is_valid = (
            isinstance(saved["day"], str)
            and is_count(saved["visits"])
            and all(isinstance(start, str) and is_count(count) for start, count in starts)
            and isinstance(saved["errors"], list)
            and all(isinstance(error, str) for error in saved["errors"])
        )
        if is_valid:
            self.day = saved["day"]
            self.visits = saved["visits"]
            self.starts = dict(starts[-MAX_STARTS:])
            self.errors = [error[:MAX_ERROR_LENGTH] for error in saved["errors"][-MAX_ERRORS:]]

    def _save(self):
        if not self.path:
            return
        temporary = self.path + ".new"
        content = {
            "day": self.day,
            "visits": self.visits,
            "starts": list(self.starts.items()),
            "errors": self.errors,
        }
        try:
            # Written beside the old file and renamed, so that a power cut leaves one of them whole.
            with open(temporary, "w", encoding="utf-8") as file:
                json.dump(content, file)
            os.replace(temporary, self.path)
        except (OSError, ValueError):
            try:
                os.remove(temporary)
            except OSError:
                # Nothing was written; the journal is kept in memory.
                pass

    def summary(self):
        """The part of the status that comes from the journal."""
        return {"visits": self.visits if self.day == today() else 0, "errors": self.errors}

    def record(self, start, fields):
        """Adds what is new in a heartbeat: `start` names the start of the browser, `fields` are the checked ones."""
        with self.lock:
            changes = [
                self._begin_day(),
                self._count_visits(start, fields.get("visits")),
                self._add_errors(start, fields.get("errors")),
            ]
            if any(changes):
                self._save()

    def _begin_day(self):
        if self.day == today():
            return False
        self.day = today()
        self.visits = 0
        return True

    def _count_visits(self, start, visits):
        if not is_count(visits):
            return False
        before = self.starts.pop(start, 0)
        # A smaller number than before: the page has started to count again from 0.
        self.visits += visits - before if visits >= before else visits
        self.starts[start] = visits
        for oldest in list(self.starts)[:-MAX_STARTS]:
            del self.starts[oldest]
            self.reported.pop(oldest, None)
        return visits != before

    def _add_errors(self, start, errors):
        if not isinstance(errors, list):
            return False
        known = self.reported.get(start, []) + self.errors
        added = [error for error in errors if error not in known]
        self.errors = (self.errors + added)[-MAX_ERRORS:]
        self.reported[start] = errors
        return bool(added)
