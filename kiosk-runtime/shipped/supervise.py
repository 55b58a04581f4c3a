"""The supervisor: serves the site, starts Chromium on it, and starts Chromium again when the page falls silent.

start.sh starts it, and again if it dies or hangs. Linux only. It reads from the environment: KIOSK_BROWSER (the
program), KIOSK_BROWSER_ARGS (more flags), KIOSK_RUN_DIR and KIOSK_PROFILE_DIR (folders for what lasts until the next
start), KIOSK_ID (tells this kiosk's browsers from another's), KIOSK_PORT, and KIOSK_SECONDS (other times, for tests).
"""

import json
import os
import platform
import secrets
import signal
import subprocess
import sys
import threading
import time
from datetime import datetime

# The folder stays as it was copied.
sys.dont_write_bytecode = True

from runtime import browser as chromium
from runtime.config import FOLDER, SECONDS, iso_now
from runtime.journal import FILE_NAME
from runtime.timing import NightlyRestart, boot_timeout, nightly_minute, restart_delay
from serve import Server

# kiosk.log and kiosk.log.old are each smaller, bytes.
MAX_LOG_SIZE = 1000000
# How much of the browser's last line is kept, bytes.
MAX_LINE_SIZE = 500
# At most so much of the time between two looks counts as waiting, in seconds: a machine that slept has not waited.
MAX_WAIT = 1


def log(sentence):
    """Writes a line to the terminal and to kiosk.log; a full disk or a closed terminal changes nothing else."""
    line = "%s %s" % (iso_now(), sentence)
    try:
        print(line, flush=True)
    except OSError:
        pass
    path = os.path.join(FOLDER, "kiosk.log")
    try:
        if os.path.exists(path) and os.path.getsize(path) > MAX_LOG_SIZE:
            os.replace(path, path + ".old")
        with open(path, "a", encoding="utf-8") as file:
            file.write(line + "\n")
    except OSError:
        pass


def read_settings():
    """The object in kiosk.json; empty when there is none, because the page says what is wrong in it."""
    try:
        # Editors on Windows begin a file with a byte order mark, which "utf-8-sig" skips.
        with open(os.path.join(FOLDER, "kiosk.json"), encoding="utf-8-sig") as file:
            given = json.load(file)
        return given if isinstance(given, dict) else {}
    except (OSError, ValueError):
        return {}


def describe_exit(code, last_line):
    """A sentence about a browser that ended by itself; `code` is negative for a signal, as in Popen."""
    how = signal.Signals(-code).name if code < 0 else "code %d" % code
    return ("The browser ended (%s). %s" % (how, last_line)).strip()


class Supervisor:
    """Runs until it is told to stop. `program` is the browser, `run_dir` a folder that can be written."""

    def __init__(self, program, run_dir):
        self.program = program
        self.run_dir = run_dir
        self.folders = [os.environ.get("KIOSK_PROFILE_DIR") or run_dir] + chromium.FALLBACK_FOLDERS
        self.profile_prefix = "profile-telegram-1856-%s-" % os.environ.get("KIOSK_ID", "")
        self.is_root = os.getuid() == 0
        # Times of the latest failures, monotonic seconds.
        self.failures = []
        self.last_failure = None
        self.last_failure_at = None
        self.starts = 0
        # Starts in a row without a heartbeat.
        self.failed_starts = 0
        # A random name of the last start: the page has it in its address and repeats it in every heartbeat, so that a
        # page in another browser cannot hide that the one on the screen hangs.
        self.token = ""
        self.browser = None
        # The last line that the browser wrote to its error output, and the thread that reads it.
        self.last_line = ""
        self.reader = None
        self.stopping = False
        self.clean_up()
        self.server = Server(
            journal=os.path.join(run_dir, FILE_NAME),
            supervisor=self.status,
            start=lambda: self.token,
        )

    def stop(self, *_):
        """Ends `run` soon; a handler of signals."""
        self.stopping = True

    def recent_failures(self):
        """The failures that the status still counts."""
        now = time.monotonic()
        return [at for at in self.failures if now - at < SECONDS["failureWindow"]]

    def status(self):
        """The supervisor's part of /kiosk-status."""
        browser = self.browser
        return {
            "starts": self.starts,
            "failures": len(self.recent_failures()),
            "lastFailure": self.last_failure,
            "lastFailureAt": self.last_failure_at,
            "browser": browser.pid if browser else None,
        }

    def clean_up(self):
        """Ends all browsers of this kiosk, also those of a supervisor that was killed, and removes their profiles."""
        chromium.end_browsers(self.profile_prefix)
        chromium.remove_profiles(self.folders, self.profile_prefix)

    def touch_alive_file(self):
        """Tells start.sh that the supervisor does not hang. Touching a file needs no room on a full disk."""
        path = os.path.join(self.run_dir, "alive")
        try:
            os.utime(path)
        except OSError:
            try:
                with open(path, "w", encoding="utf-8"):
                    pass
            except OSError:
                # start.sh restarts the supervisor, and looks for another folder.
                pass

    def heartbeats(self):
        """How many heartbeats have come, over all starts."""
        heartbeat = self.server.site.heartbeat
        return heartbeat.number if heartbeat else 0

    def page_state(self):
        """What the page does, by its last heartbeat: a word, or None."""
        heartbeat = self.server.site.heartbeat
        return heartbeat.fields.get("state") if heartbeat else None

    def start_browser(self, heartbeat):
        """Starts the browser with an empty profile. `heartbeat` is the field of kiosk.json.

        Raises OSError or ValueError when it cannot be started.
        """
        self.token = secrets.token_hex(8)
        self.last_line = ""
        profile = chromium.make_profile(self.folders, self.profile_prefix)
        address = "%skiosk/?start=%s" % (self.server.url, self.token)
        self.browser = subprocess.Popen(
            chromium.command_line(self.program, profile, heartbeat, address, self.is_root),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            # A process group of its own, to be ended as a whole.
            start_new_session=True,
        )
        self.starts += 1
        self.reader = threading.Thread(target=self._read_errors, args=[self.browser], daemon=True)
        self.reader.start()

    def _read_errors(self, browser):
        for line in browser.stderr:
            if browser is self.browser:
                self.last_line = line[-MAX_LINE_SIZE:].decode("utf-8", "replace").strip()

    def watch(self, timeout, hours):
        """Waits until the browser has to be ended.

        `timeout` is how long the first heartbeat may take, in seconds; `hours` the field of kiosk.json. Returns what
        failed, a sentence, or None at the nightly restart and when the supervisor is stopped.
        """
        nightly_restart = NightlyRestart(nightly_minute(hours))
        before = seen = self.heartbeats()
        # Seconds without a heartbeat.
        waited = 0.0
        last = time.monotonic()
        while not self.stopping:
            time.sleep(SECONDS["pollInterval"])
            self.touch_alive_file()
            now = time.monotonic()
            count = self.heartbeats()
            waited = waited + min(now - last, MAX_WAIT) if count == seen else 0.0
            seen = count
            last = now
            if seen != before:
                self.failed_starts = 0
                timeout = SECONDS["heartbeatTimeout"]
            code = self.browser.poll()
            if code is not None:
                # The browser's last words may still be on their way.
                self.reader.join(1)
                return describe_exit(code, self.last_line)
            if waited >= timeout:
                return "No heartbeat for %g seconds." % timeout
            clock = datetime.now()
            if nightly_restart.is_now(clock.hour * 60 + clock.minute, self.page_state()):
                break
        return None

    def run_browser(self):
        """Runs the browser once. Returns as `watch`."""
        # start.sh waits a minute for the first touch of the file, and only seconds for the next.
        self.touch_alive_file()
        settings = read_settings()
        timeout = boot_timeout(self.failed_starts)
        # Counted as failed until its first heartbeat.
        self.failed_starts += 1
        try:
            self.start_browser(settings.get("heartbeat"))
            return self.watch(timeout, settings.get("hours"))
        except (OSError, ValueError) as error:
            return "The browser could not be started: %s." % error

    def end_browser(self):
        """Ends the browser, with all of its processes."""
        browser, self.browser = self.browser, None
        if browser:
            chromium.end_group(browser.pid, browser)
            browser.wait()
        self.clean_up()

    def note_failure(self, sentence):
        """Logs a failure and keeps it for the status."""
        self.failures = self.recent_failures() + [time.monotonic()]
        self.last_failure = sentence
        self.last_failure_at = iso_now()
        delay = restart_delay(self.failed_starts)
        log("%s It is started again%s." % (sentence, " in %g seconds" % delay if delay else ""))

    def wait(self, delay):
        """Waits so many seconds, or until the supervisor is stopped."""
        end = time.monotonic() + delay
        while time.monotonic() < end and not self.stopping:
            self.touch_alive_file()
            time.sleep(SECONDS["pollInterval"])

    def log_beginning(self):
        """What a technician wants to know first."""
        url = self.server.url
        log("The kiosk is at %skiosk/ (python %s, %s)." % (url, platform.python_version(), self.program))
        checked = self.server.site.verification
        if not checked["ok"]:
            counts = tuple(len(checked[kind]) for kind in ("damaged", "missing", "extra"))
            sentence = "Not as packed: %d files damaged, %d missing, %d too many; " % counts
            log(checked["message"] or sentence + url + "kiosk-status lists them.")
        if self.is_root:
            log(
                "Running as root, so Chromium runs without its sandbox; "
                "use an ordinary account instead."
            )

    def run(self):
        """Serves, and runs the browser again and again, until `stop` is called."""
        self.log_beginning()
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        started_at = time.monotonic()
        while not self.stopping:
            failure = self.run_browser()
            self.end_browser()
            if self.stopping:
                break
            if failure is None:
                log("The browser is restarted for the night.")
                continue
            self.note_failure(failure)
            self.wait(restart_delay(self.failed_starts))
        self.server.shutdown()
        log("The kiosk was stopped after %d minutes." % round((time.monotonic() - started_at) / 60))


def main():
    """Runs the supervisor as start.sh has set it up."""
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
