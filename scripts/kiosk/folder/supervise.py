"""The kiosk's supervisor; its twin for Node is `supervise.mjs`, which describes the environment it reads.

It serves the site, starts Chromium on it, and starts Chromium again whenever the page stops sending
heartbeats. `start.sh` starts it, and again if it dies.
"""

import json
import os
import platform
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from datetime import datetime

from serve import FOLDER, SHARED, Server, iso_now

# The log stays below twice this, bytes.
LARGEST_LOG = 1000000
# The name every profile folder begins with.
PROFILE = "profile-"
DAY = 24 * 60
# While somebody is at the screen, the nightly start waits.
BUSY = ("choose", "visit", "health")
SECONDS = SHARED["seconds"]


def settings():
    """What the supervisor reads from `kiosk.json`; whatever else is wrong there is for the page to say."""
    try:
        with open(os.path.join(FOLDER, "kiosk.json"), encoding="utf-8") as file:
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


def pause_after(failures):
    """Seconds to wait before the next start, after so many failures within ten minutes."""
    more = failures - SHARED["failuresBeforePause"]
    if more < 0:
        return 0
    return min(SECONDS["longestPause"], SECONDS["shortestPause"] * 2**more)


def host_rules(heartbeat):
    """The rule that lets nothing leave this machine but, where the technician gave one, the heartbeat."""
    match = re.match(r"https?://([A-Za-z0-9.-]+)([:/]|\Z)", heartbeat if isinstance(heartbeat, str) else "")
    allowed = ["127.0.0.1", "localhost"] + ([match.group(1)] if match else [])
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


class Supervisor:
    """Runs until it is told to stop."""

    def __init__(self, program, run_dir, profiles):
        self.program = program
        self.run_dir = run_dir
        self.profiles = profiles
        self.pid_file = os.path.join(run_dir, "browser.pid")
        self.as_root = os.getuid() == 0
        # When the browser failed, monotonic seconds, within the last ten minutes.
        self.failures = []
        self.last_failure = None
        self.starts = 0
        self.group = None
        self.stopping = False
        self.tidy()
        self.server = Server(
            port=int(os.environ.get("KIOSK_PORT") or SHARED["port"]), supervisor=self.status
        )

    def stop(self, *_):
        self.stopping = True

    def recent(self):
        now = time.monotonic()
        return [at for at in self.failures if now - at < SECONDS["failuresCountFor"]]

    def status(self):
        return {
            "starts": self.starts,
            "failures": len(self.recent()),
            "lastFailure": self.last_failure,
            "browser": self.group,
        }

    def tidy(self):
        """Ends and removes what an earlier supervisor, killed before it could do so, left behind."""
        try:
            with open(self.pid_file, encoding="utf-8") as file:
                old = int(file.read())
            with open("/proc/%d/cmdline" % old, "rb") as file:
                command = file.read()
            if os.fsencode(os.path.join(self.profiles, PROFILE)) in command:
                end_group(old)
        except (OSError, ValueError):
            pass
        for name in os.listdir(self.profiles):
            if name.startswith(PROFILE):
                shutil.rmtree(os.path.join(self.profiles, name), ignore_errors=True)

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
        given = settings()
        profile = tempfile.mkdtemp(prefix=PROFILE, dir=self.profiles)
        command = [self.program, "--user-data-dir=" + profile]
        command += [entry["flag"] for entry in SHARED["flags"]]
        command.append("--host-resolver-rules=" + host_rules(given.get("heartbeat")))
        if self.as_root:
            command.append("--no-sandbox")
        command += (os.environ.get("KIOSK_BROWSER_ARGS") or "").split()
        command.append(self.server.url + "kiosk/")
        last_words = [""]
        browser = None
        why = None
        try:
            # A group of its own, to be ended as a whole.
            browser = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                start_new_session=True,
            )
        except OSError as error:
            why = "The browser could not be started: %s." % error
        self.starts += 1
        if browser:
            self.group = browser.pid
            with open(self.pid_file, "w", encoding="utf-8") as file:
                file.write(str(browser.pid))

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
        while browser and not self.stopping and not why:
            time.sleep(SECONDS["tick"])
            self.say_alive()
            now = time.monotonic()
            count = self.beats()
            waited = waited + min(now - last, 1) if count == seen else 0.0
            seen = count
            last = now
            patience = SECONDS["firstBeat"] if seen == before else SECONDS["beat"]
            code = browser.poll()
            if code is not None:
                how = signal.Signals(-code).name if code < 0 else "code %d" % code
                why = ("The browser ended (%s). %s" % (how, last_words[0])).strip()
            elif waited >= patience:
                why = "No heartbeat for %d seconds." % patience

            clock = datetime.now()
            is_night = clock.hour * 60 + clock.minute == night
            is_due = is_due or (is_night and not was_night)
            was_night = is_night
            beat = self.server.site.beat
            if is_due and not (beat and beat.body.get("state") in BUSY):
                break
        if browser:
            end_group(browser.pid, browser)
            browser.wait()
        self.group = None
        shutil.rmtree(profile, ignore_errors=True)
        return why

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
            why = self.run_browser()
            if self.stopping:
                break
            if why is None:
                log("The browser starts afresh for the night.")
                continue
            self.failures = self.recent() + [time.monotonic()]
            self.last_failure = why
            pause = pause_after(len(self.failures))
            log("%s It is started again%s." % (why, " in %d seconds" % pause if pause else ""))
            waited = 0.0
            while waited < pause and not self.stopping:
                self.say_alive()
                time.sleep(SECONDS["tick"])
                waited += SECONDS["tick"]
        try:
            os.remove(self.pid_file)
        except OSError:
            pass
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
        supervisor = Supervisor(program, run_dir, os.environ.get("KIOSK_PROFILE_DIR") or run_dir)
        for name in ("SIGTERM", "SIGINT", "SIGHUP"):
            signal.signal(getattr(signal, name), supervisor.stop)
        supervisor.run()
    except OSError as error:
        log(str(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
