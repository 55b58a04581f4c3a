"""What a page tells the server every two seconds, checked. Nothing about a visitor passes."""

import time

STATES = ("attract", "choose", "visit", "idle", "health")
# The last errors of a page: how many are kept, and how many characters of each.
MAX_ERRORS = 5
MAX_ERROR_LENGTH = 200
MAX_VERSION_LENGTH = 100
# Larger numbers are mistakes; no time or size comes near.
MAX_NUMBER = 1e15


def is_number(value):
    """Whether a JSON value is a number of a possible size."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    return abs(value) < MAX_NUMBER


def is_count(value):
    """Whether a JSON value is a whole number from 0 on."""
    return is_number(value) and value == int(value) and value >= 0


def known_fields(body):
    """Keeps the agreed fields of a heartbeat and drops all others, and those of a wrong type.

    `body` is any JSON value. Returns None when it is not an object.
    """
    if not isinstance(body, dict):
        return None
    known = {name: body[name] for name in ("visits", "uptime", "heap") if is_number(body.get(name))}
    errors = body.get("errors")
    if is_number(errors):
        known["errors"] = errors
    if isinstance(errors, list):
        texts = [error for error in errors if isinstance(error, str)]
        known["errors"] = [error[:MAX_ERROR_LENGTH] for error in texts[-MAX_ERRORS:]]
    if isinstance(body.get("version"), str):
        known["version"] = body["version"][:MAX_VERSION_LENGTH]
    if isinstance(body.get("state"), str) and body["state"] in STATES:
        known["state"] = body["state"]
    return known


class Heartbeat:
    """The last heartbeat: `number` (how many have come), `fields`, and when it came (monotonic seconds)."""

    def __init__(self, number, fields):
        self.number = number
        self.fields = fields
        self.received_at = time.monotonic()
