"""What all parts share: where the folder is, and the numbers and flags of config.json."""

import json
import os
from datetime import datetime, timezone

# The folder that was copied to this machine; a link to it is followed.
FOLDER = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
HIGHEST_PORT = 65535


def read_seconds(defaults, overrides):
    """Returns the times of config.json, in seconds, with some of them replaced.

    `overrides` is a text such as "heartbeatTimeout=2 pollInterval=0.1".
    Raises ValueError, a sentence, for an unknown name or for anything but a positive number.
    """
    seconds = dict(defaults)
    for word in overrides.split():
        name, _, text = word.partition("=")
        try:
            value = float(text)
        except ValueError:
            value = 0.0
        if name not in seconds or not 0 < value < float("inf"):
            raise ValueError(
                "KIOSK_SECONDS has '%s'; give name=number, the number above 0 and the name one of %s."
                % (word, ", ".join(seconds))
            )
        seconds[name] = value
    return seconds


def read_first_port(default, given):
    """Returns the first port to try.

    `given` is the text of KIOSK_PORT, empty for the default.
    Raises ValueError, a sentence, when it is not the number of a port.
    """
    if not given:
        return default
    if not given.isdecimal() or not 1 <= int(given) <= HIGHEST_PORT:
        raise ValueError(
            "KIOSK_PORT is '%s'; give a number from 1 to %d." % (given, HIGHEST_PORT)
        )
    return int(given)


def iso_now():
    """The time as JavaScript writes it, for example 2026-05-04T09:30:00.000Z."""
    return datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")


with open(os.path.join(FOLDER, "runtime", "config.json"), encoding="utf-8") as _file:
    CONFIG = json.load(_file)
try:
    SECONDS = read_seconds(CONFIG["seconds"], os.environ.get("KIOSK_SECONDS", ""))
    FIRST_PORT = read_first_port(CONFIG["port"], os.environ.get("KIOSK_PORT", ""))
except ValueError as _error:
    raise SystemExit(str(_error))
