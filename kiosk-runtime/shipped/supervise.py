"""The kiosk's supervisor; its twin for Node is `supervise.mjs`, which describes the environment it reads.

It serves the site, starts Chromium on it, and starts Chromium again whenever the page stops sending
heartbeats. `start.sh` starts it, and again if it dies.
"""

import json
import os
import platform
import re
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from datetime import datetime

from serve import BOOK, FOLDER, SHARED, Server, iso_now

# The log stays below twice this, bytes.
LARGEST_LOG = 1000000
# Where a profile may be when its own place is full or cannot be written; the first is in memory.
SPARE_PLACES = ["/dev/shm", "/tmp"]
DAY = 24 * 60
# While somebody is at the screen, the nightly start waits. A technician's page is found again in a minute.
BUSY = ("choose", "visit")
SECONDS = SHARED["seconds"]


def settings():
    """What the supervisor reads from `kiosk.json`; whatever else is wrong there is for the page to say."""
    try:
        # Windows' editors put a mark at the beginning.
        with open(os.path.join(FOLDER, "kiosk.json"), encoding="utf-8-sig") as file:
            given = json.load(file)
        return given if isinstance(given, dict) else {}
    except (OSError, ValueError):
        return {}


def minute_of(text):
    """Minutes after midnight of a time such as 09:30; None for anything else."""
    match = re.match(r"([01]?\d|2[0-3]):([0-5]\d)\Z", text) if isinstance(text, str) else None
    return int(match.group(1)) * 60 + int(match.group(2)) if match else None


def nightly_minute(hours):
    """When the browser starts afresh each night: in the middle of the hours when the museum is closed.

    Minutes after midnight; None without hours.
    """
    given = hours if isinstance(hours, dict) else {}
    opens = minute_of(given.get("from"))
    closes = minute_of(given.get("to"))
    if opens is None or closes is None or opens == closes:
        return None
    return (closes + (opens - closes) % DAY // 2) % DAY


def pause_after(silent):
    """Seconds to wait before the next start, after so many in a row that never sent a heartbeat.

    A page that has lived is back at once, however often it fails.
    """
    if silent == 0:
        return 0
    return min(SECONDS["longestPause"], SECONDS["shortestPause"] * 2 ** (silent - 1))


def patience_after(silent):
    """Seconds until the first heartbeat of a start, after so many in a row that never sent one.

    A slow machine gets more time each time it was too slow.
    """
    return min(SECONDS["longestFirstBeat"], SECONDS["firstBeat"] * 2**silent)


def host_rules(heartbeat):
    """The rule that lets nothing leave this machine but, where the technician gave one, the heartbeat."""
    text = heartbeat if isinstance(heartbeat, str) else ""
    match = re.match(r"https?://([a-z0-9._-]+)(:[0-9]+)?([/?#]|\Z)", text, re.IGNORECASE | re.ASCII)
    allowed = ["127.0.0.1", "localhost"] + ([match.group(1).lower()] if match else [])
    return ", ".join(["MAP * ~NOTFOUND"] + ["EXCLUDE " + name for name in allowed])


def log(sentence):
    """One line to whoever started us and to `kiosk.log`; a full disk or a closed terminal stops neither."""
    line = "%s %s" % (iso_now(), sentence)
    try:
        print(line, flush=True)
    except OSError:
        pass
    path = os.path.join(FOLDER, "kiosk.log")
    try:
        if os.path.exists(path) and os.path.getsize(path) > LARGEST_LOG:
            os.replace(path, path + ".old")
        with open(path, "a", encoding="utf-8") as file:
            file.write(line + "\n")
    except OSError:
        pass


def end_group(group, browser=None):
    """Ends a group of processes at once; their profile is thrown away, so there is nothing to save."""
    for _ in range(100):
        try:
            os.killpg(group, signal.SIGKILL)
        except OSError:
            return
        if browser:
            browser.poll()
        time.sleep(0.02)


def make_profile(places, name):
    """Makes a folder for a profile where a browser has room to write; on a full disk it may not even start.

    `places` are folders, the best one first; `name` is the beginning of the profile's name.
    """
    narrow = None
    trouble = None
    for place in places:
        try:
            profile = tempfile.mkdtemp(prefix=name, dir=place)
        except OSError as error:
            trouble = error
            continue
        probe = os.path.join(profile, "probe")
        try:
            with open(probe, "wb") as file:
                file.write(bytes(SHARED["profileRoom"]))
            os.remove(probe)
        except OSError:
            if narrow:
                shutil.rmtree(profile, ignore_errors=True)
                continue
            narrow = profile
            try:
                os.remove(probe)
            except OSError:
                pass
            continue
        if narrow:
            shutil.rmtree(narrow, ignore_errors=True)
        return profile
    if narrow:
        return narrow
    raise trouble


def groups_of(name):
    """The groups of processes whose profile, wherever it is, has a name of ours.

    The system is asked, not a file: a file may be lost, or there was no room to write it.
    """
    groups = set()

    def is_ours(word):
        return word.startswith("--user-data-dir=") and os.path.basename(word).startswith(name)

    for pid in os.listdir("/proc"):
        if not pid.isdigit():
            continue
        try:
            with open("/proc/%s/cmdline" % pid, "rb") as file:
                words = os.fsdecode(file.read()).split("\0")
            if any(is_ours(word) for word in words):
                groups.add(os.getpgid(int(pid)))
        except OSError:
            # It has just ended.
            pass
    return groups


class Supervisor:
    """Runs until it is told to stop."""

    def __init__(self, program, run_dir):
        self.program = program
        self.run_dir = run_dir
        self.places = [os.environ.get("KIOSK_PROFILE_DIR") or run_dir] + SPARE_PLACES
        self.profile_name = "profile-telegram-1856-%s-" % os.environ.get("KIOSK_ID", "")
        self.as_root = os.getuid() == 0
        # When the browser failed, monotonic seconds, within the last ten minutes.
        self.failures = []
        self.last_failure = None
        self.last_failure_at = None
        self.starts = 0
        # Starts in a row that never sent a heartbeat.
        self.silent = 0
        # Names the browser that was started last; the page gets it in its address and says it in its beats.
        self.token = ""
        self.browser = None
        self.stopping = False
        self.tidy()
        self.server = Server(
            port=int(os.environ.get("KIOSK_PORT") or SHARED["port"]),
            book=os.path.join(run_dir, BOOK),
            supervisor=self.status,
            start=lambda: self.token,
        )

    def stop(self, *_):
        self.stopping = True

    def recent(self):
        now = time.monotonic()
        return [at for at in self.failures if now - at < SECONDS["failuresCountFor"]]

    def status(self):
        browser = self.browser
        return {
            "starts": self.starts,
            "failures": len(self.recent()),
            "lastFailure": self.last_failure,
            "lastFailureAt": self.last_failure_at,
            "browser": browser.pid if browser else None,
        }

    def tidy(self):
        """Ends every browser of ours and removes what it kept: there must never be two."""
        try:
            for old in groups_of(self.profile_name):
                end_group(old)
        except OSError:
            # No /proc, no such browser: start.sh needs Linux.
            pass
        for place in self.places:
            try:
                names = os.listdir(place)
            except OSError:
                continue
            for name in names:
                if name.startswith(self.profile_name):
                    shutil.rmtree(os.path.join(place, name), ignore_errors=True)

    def say_alive(self):
        """`start.sh` ends a supervisor that no longer does this. Touching needs no room on a full disk."""
        path = os.path.join(self.run_dir, "alive")
        try:
            os.utime(path)
        except OSError:
            try:
                with open(path, "w", encoding="utf-8"):
                    pass
            except OSError:
                # Then start.sh starts us again.
                pass

    def beats(self):
        beat = self.server.site.beat
        return beat.count if beat else 0

    def run_browser(self):
        """Starts the browser and waits until it has to be ended. Returns why, if it failed."""
        # At once: start.sh is patient with one that has never said so.
        self.say_alive()
        self.token = secrets.token_hex(8)
        given = settings()
        patience = patience_after(self.silent)
        # Until a beat comes, this start is a silent one.
        self.silent += 1
        profile = make_profile(self.places, self.profile_name)
        command = [self.program, "--user-data-dir=" + profile]
        command += [entry["flag"] for entry in SHARED["flags"]]
        command.append("--host-resolver-rules=" + host_rules(given.get("heartbeat")))
        if self.as_root:
            command.append("--no-sandbox")
        command += (os.environ.get("KIOSK_BROWSER_ARGS") or "").split()
        command.append("%skiosk/?start=%s" % (self.server.url, self.token))
        # A group of its own, to be ended as a whole.
        browser = self.browser = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        self.starts += 1
        last_words = [""]

        def listen():
            for line in browser.stderr:
                last_words[0] = line[-500:].decode("utf-8", "replace").strip()

        threading.Thread(target=listen, daemon=True).start()

        before = self.beats()
        night = nightly_minute(given.get("hours"))
        # Seconds without a beat. A machine that slept does not count as waiting.
        waited = 0.0
        seen = before
        last = time.monotonic()
        is_due = False
        was_night = True
        why = None
        while not self.stopping and not why:
            time.sleep(SECONDS["tick"])
            self.say_alive()
            now = time.monotonic()
            count = self.beats()
            waited = waited + min(now - last, 1) if count == seen else 0.0
            seen = count
            last = now
            has_beaten = seen != before
            if has_beaten:
                self.silent = 0
            limit = SECONDS["beat"] if has_beaten else patience
            code = browser.poll()
            if code is not None:
                how = signal.Signals(-code).name if code < 0 else "code %d" % code
                why = ("The browser ended (%s). %s" % (how, last_words[0])).strip()
            elif waited >= limit:
                why = "No heartbeat for %d seconds." % limit

            clock = datetime.now()
            is_night = clock.hour * 60 + clock.minute == night
            is_due = is_due or (is_night and not was_night)
            was_night = is_night
            beat = self.server.site.beat
            if is_due and not (beat and beat.body.get("state") in BUSY):
                break
        return why

    def end_browser(self):
        browser, self.browser = self.browser, None
        if browser:
            end_group(browser.pid, browser)
            browser.wait()
        self.tidy()

    def run(self):
        checked = self.server.site.verification
        log(
            "The kiosk is at %skiosk/ (python %s, %s)."
            % (self.server.url, platform.python_version(), self.program)
        )
        if not checked["ok"]:
            log(
                checked["message"]
                or "Not as packed: %d files damaged, %d missing, %d too many; %skiosk-status lists them."
                % (
                    len(checked["damaged"]),
                    len(checked["missing"]),
                    len(checked["extra"]),
                    self.server.url,
                )
            )
        if self.as_root:
            log(
                "Running as root, so Chromium runs without its sandbox; "
                "use an ordinary account instead."
            )
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        started_at = time.monotonic()
        while not self.stopping:
            try:
                why = self.run_browser()
            except (OSError, ValueError) as error:
                why = "The browser could not be started: %s." % error
            self.end_browser()
            if self.stopping:
                break
            if why is None:
                log("The browser starts afresh for the night.")
                continue
            self.failures = self.recent() + [time.monotonic()]
            self.last_failure = why
            self.last_failure_at = iso_now()
            pause = pause_after(self.silent)
            log("%s It is started again%s." % (why, " in %d seconds" % pause if pause else ""))
            waited = 0.0
            while waited < pause and not self.stopping:
                self.say_alive()
                time.sleep(SECONDS["tick"])
                waited += SECONDS["tick"]
        self.server.shutdown()
        log(
            "The kiosk was stopped after %d minutes." % round((time.monotonic() - started_at) / 60)
        )


def main():
    program = os.environ.get("KIOSK_BROWSER")
    run_dir = os.environ.get("KIOSK_RUN_DIR")
    if not program or not run_dir:
        log("The supervisor is started by start.sh, which finds the browser for it.")
        return 1
    try:
        supervisor = Supervisor(program, run_dir)
        for name in ("SIGTERM", "SIGINT", "SIGHUP"):
            signal.signal(getattr(signal, name), supervisor.stop)
        supervisor.run()
    except OSError as error:
        log(str(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
