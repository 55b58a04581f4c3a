"""When the browser is started again: after failures, and once a night. Times in seconds."""

import re

from runtime.config import SECONDS

MINUTES_A_DAY = 24 * 60
# The nightly restart waits while a visitor uses the screen. It does not wait for the health page: a technician finds
# that page again in a minute, and one left open by a stuck key would postpone the restart for ever.
VISITOR_STATES = ("choose", "visit")


def restart_delay(failed_starts):
    """The pause before the next start, after `failed_starts` in a row without a heartbeat.

    There is no pause after a page that has run, however often it fails: each failure is in front of a visitor.
    """
    if failed_starts == 0:
        return 0
    return min(
        SECONDS["longestRestartDelay"], SECONDS["shortestRestartDelay"] * 2 ** (failed_starts - 1)
    )


def boot_timeout(failed_starts):
    """How long a start may take until its first heartbeat, after `failed_starts` in a row without one.

    Twice as long each time, so that a slow machine comes up in the end.
    """
    return min(SECONDS["longestBootTimeout"], SECONDS["bootTimeout"] * 2**failed_starts)


def minute_of(time):
    """Minutes after midnight of a time such as "09:30"; None for anything else.

    The page refuses the same times (src/lib/kiosk/settings/settings.ts).
    """
    match = re.match(r"([01][0-9]|2[0-3]):([0-5][0-9])\Z", time) if isinstance(time, str) else None
    return int(match.group(1)) * 60 + int(match.group(2)) if match else None


def nightly_minute(hours):
    """The middle of the hours in which the museum is closed, in minutes after midnight.

    `hours` is the field of kiosk.json, any JSON value; None when it gives no two different times.
    """
    given = hours if isinstance(hours, dict) else {}
    opens = minute_of(given.get("from"))
    closes = minute_of(given.get("to"))
    if opens is None or closes is None or opens == closes:
        return None
    return (closes + (opens - closes) % MINUTES_A_DAY // 2) % MINUTES_A_DAY


class NightlyRestart:
    """Decides when one run of the browser ends for the night."""

    def __init__(self, minute):
        """`minute` as `nightly_minute` returns it."""
        self.minute = minute
        # A run that begins within that minute is the restart, and is not ended again.
        self.was_minute = True
        self.is_due = False

    def is_now(self, minute, state):
        """Whether to restart now; called at least once a minute.

        `minute` is the time of day in minutes after midnight, `state` the page's state in its last heartbeat.
        """
        is_minute = minute == self.minute
        self.is_due = self.is_due or (is_minute and not self.was_minute)
        self.was_minute = is_minute
        return self.is_due and state not in VISITOR_STATES
