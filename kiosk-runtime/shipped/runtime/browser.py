"""How the supervisor starts Chromium and ends it, with all of its processes. Linux only."""

import os
import re
import shutil
import signal
import tempfile
import time

from runtime.config import CONFIG

# A browser does not start without room for its profile, bytes.
PROFILE_ROOM = 16000000
# Where a profile may be when its own folder is full or cannot be written; the first is in memory.
FALLBACK_FOLDERS = ["/dev/shm", "/tmp"]


def host_rules(heartbeat):
    """Chromium's rule that no name and no address is found but this machine's own.

    `heartbeat` is the field of kiosk.json, any JSON value; the host of a valid address is found as well.
    """
    text = heartbeat if isinstance(heartbeat, str) else ""
    match = re.match(r"https?://([a-z0-9._-]+)(:[0-9]+)?([/?#]|\Z)", text, re.IGNORECASE | re.ASCII)
    allowed = ["127.0.0.1", "localhost"] + ([match.group(1).lower()] if match else [])
    return ", ".join(["MAP * ~NOTFOUND"] + ["EXCLUDE " + name for name in allowed])


def command_line(program, profile, heartbeat, address, is_root):
    """The words that start the browser.

    `profile` is a folder, `heartbeat` the field of kiosk.json, `address` the page. KIOSK_BROWSER_ARGS adds flags.
    """
    words = [program, "--user-data-dir=" + profile]
    words += [entry["flag"] for entry in CONFIG["flags"]]
    words.append("--host-resolver-rules=" + host_rules(heartbeat))
    if is_root:
        words.append("--no-sandbox")
    words += os.environ.get("KIOSK_BROWSER_ARGS", "").split()
    return words + [address]


def make_profile(folders, prefix):
    """Makes an empty folder for a profile where there is room for one; its name begins with `prefix`.

    `folders` are tried in turn. When all are too full, a profile is made all the same.
    Raises OSError when no folder can be made anywhere.
    """
    without_room = None
    last_error = None
    for folder in folders:
        try:
            profile = tempfile.mkdtemp(prefix=prefix, dir=folder)
        except OSError as error:
            last_error = error
            continue
        if has_room(profile):
            if without_room:
                shutil.rmtree(without_room, ignore_errors=True)
            return profile
        if without_room:
            shutil.rmtree(profile, ignore_errors=True)
        else:
            without_room = profile
    if without_room:
        return without_room
    raise last_error


def has_room(folder):
    """Whether a profile fits into a folder. Tried by writing, because quotas and tmpfs tell less than they hold."""
    probe = os.path.join(folder, "probe")
    try:
        with open(probe, "wb") as file:
            file.write(bytes(PROFILE_ROOM))
        return True
    except OSError:
        return False
    finally:
        try:
            os.remove(probe)
        except OSError:
            pass


def remove_profiles(folders, prefix):
    """Removes all profiles that `make_profile` has made."""
    for folder in folders:
        try:
            names = os.listdir(folder)
        except OSError:
            continue
        for name in names:
            if name.startswith(prefix):
                shutil.rmtree(os.path.join(folder, name), ignore_errors=True)


def end_group(group, browser=None):
    """Kills a group of processes and waits until they are gone, 2 s at most; nothing in a profile is worth saving.

    `browser` is the Popen object of the group's first process, if it is our child: it stays in the group until it
    is waited for.
    """
    for _ in range(100):
        try:
            os.killpg(group, signal.SIGKILL)
        except OSError:
            return
        if browser:
            browser.poll()
        time.sleep(0.02)


def end_browsers(prefix):
    """Ends every browser whose profile has a name with this prefix; there must never be two.

    The system is asked, not a file of ours: a file may be lost, or there was no room to write it.
    """

    def is_ours(word):
        return word.startswith("--user-data-dir=") and os.path.basename(word).startswith(prefix)

    groups = set()
    for pid in os.listdir("/proc"):
        if not pid.isdigit():
            continue
        try:
            with open("/proc/%s/cmdline" % pid, "rb") as file:
                words = os.fsdecode(file.read()).split("\0")
            if any(is_ours(word) for word in words):
                groups.add(os.getpgid(int(pid)))
        except OSError:
            # The process has ended meanwhile.
            pass
    for group in groups:
        end_group(group)
