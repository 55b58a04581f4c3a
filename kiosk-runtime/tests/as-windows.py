"""Runs a program as nearly as it would run on Windows as Linux allows: python3 as-windows.py serve.py

Modules, functions and signals that Windows lacks are gone, sockets share ports by its rules, and nothing below /proc,
/sys and /dev can be opened. Paths stay those of Linux.
"""

import os
import select
import signal
import socket
import sys

for module in ("fcntl", "grp", "pty", "pwd", "resource", "syslog", "termios", "tty"):
    # An import then fails as for a module that does not exist.
    sys.modules[module] = None
GONE = {
    os: (
        "chown ctermid fork forkpty getegid geteuid getgid getgroups getloadavg getpgid getpgrp getsid getuid killpg "
        "mkfifo mknod nice openpty posix_spawn register_at_fork sendfile setpgid setsid statvfs sysconf uname wait"
    ).split(),
    select: ["epoll", "poll"],
    signal: [
        name
        for name in dir(signal)
        if name.startswith("SIG")
        and name not in ("SIGABRT", "SIGFPE", "SIGILL", "SIGINT", "SIGSEGV", "SIGTERM", "SIG_DFL", "SIG_IGN")
    ],
    socket: ["AF_UNIX"],
}
for owner, names in GONE.items():
    for name in names:
        if hasattr(owner, name):
            delattr(owner, name)
# On Windows a port can be shared by all servers that set this option; Linux calls that SO_REUSEPORT.
socket.SO_REUSEADDR = socket.SO_REUSEPORT
del socket.SO_REUSEPORT


def refuse(event, arguments):
    """An audit hook."""
    if event == "open" and str(arguments[0]).startswith(("/dev/", "/proc/", "/sys/")):
        raise FileNotFoundError("Windows has no %s." % arguments[0])


sys.addaudithook(refuse)

# Imported before the system is called Windows, because from then on Python's own modules look for parts of Windows.
import http.server
import runpy

os.name = "nt"
sys.platform = "win32"
program = os.path.abspath(sys.argv[1])
sys.path[0] = os.path.dirname(program)
runpy.run_path(program, run_name="__main__")
