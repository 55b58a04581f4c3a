#!/bin/sh
# Telegram 1856, the kiosk. GUIDE.txt explains everything.
#
#   sh start.sh           runs the kiosk until Ctrl+C, or until "sh start.sh stop" elsewhere
#   sh start.sh stop      stops it
#   sh start.sh install   starts it now and after every login, through systemd
#
# This script finds the programs, starts the supervisor (server and browser), and starts it again if it dies
# or hangs. Browser and Python can be named: KIOSK_BROWSER=/path, KIOSK_PYTHON=/path.
set -u

folder=$(cd "$(dirname "$0")" && pwd -P) || exit 1
wanted=${KIOSK_RUN_DIR:-${XDG_RUNTIME_DIR:-/tmp}/telegram-1856-kiosk-$(id -u)}
unit=telegram-1856-kiosk.service

# Tells this kiosk from another one with a run folder of its own.
id=$(id -u)-$(printf %s "$wanted" | cksum | cut -d' ' -f1)
# Used when the run folder is on a disk that is full or cannot be written; the first is in memory.
fallbacks="/dev/shm/telegram-1856-kiosk-$id /tmp/telegram-1856-kiosk-$id"

say() { printf '%s\n' "$*" >&2; }

# Whether a start.sh runs already; sets pid. A number left from before a power cut may be another program's by now.
is_running() {
	for place in "$wanted" $fallbacks; do
		pid=$(cat "$place/start.pid" 2>/dev/null) || continue
		grep -q start.sh "/proc/$pid/cmdline" 2>/dev/null && return
	done
	return 1
}

# Makes a folder the run folder, if it is ours alone and has room at least for the number of this process.
claim() {
	mkdir -p -m 700 "$1" 2>/dev/null
	[ -O "$1" ] && [ -w "$1" ] || return 1
	{ printf %s $$ >"$1/start.pid"; } 2>/dev/null || return 1
	[ "$(cat "$1/start.pid" 2>/dev/null)" = $$ ]
}

case ${1:-start} in
start) ;;
stop)
	if systemctl --user --quiet is-active "$unit" 2>/dev/null; then
		exec systemctl --user stop "$unit"
	fi
	if is_running && kill -TERM "$pid" 2>/dev/null; then
		say "Stopping the kiosk."
		exit 0
	fi
	say "The kiosk is not running."
	exit 1
	;;
install)
	units=${XDG_CONFIG_HOME:-$HOME/.config}/systemd/user
	# A folder may be named “Haus & Hof, 100 %”: first what means something to systemd, then what does to sed.
	path=$(printf %s "$folder" | sed 's/[\\"]/\\&/g; s/%/%%/g; s/\$/$$/g; s/[\\&|]/\\&/g')
	mkdir -p "$units" &&
		sed "s|^ExecStart=.*|ExecStart=/bin/sh \"$path/start.sh\"|" "$folder/$unit" >"$units/$unit" &&
		systemctl --user daemon-reload &&
		systemctl --user enable "$unit" &&
		systemctl --user restart "$unit" &&
		say "Installed: the kiosk runs now and after every login of this account."
	exit
	;;
*)
	say "Say: sh start.sh, sh start.sh stop, or sh start.sh install."
	exit 2
	;;
esac

# --- The programs

python=${KIOSK_PYTHON:-python3}
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 8))' 2>/dev/null; then
	say "$python is not Python 3.8 or newer; install it, for example: sudo apt install python3 (or set KIOSK_PYTHON to its path)."
	exit 1
fi

browser=${KIOSK_BROWSER:-}
if [ -z "$browser" ]; then
	for name in chromium chromium-browser google-chrome google-chrome-stable chrome; do
		if browser=$(command -v "$name"); then break; fi
	done
fi
if [ -z "$browser" ] || ! [ -x "$browser" ]; then
	say "No browser was found; install Chromium, for example: sudo apt install chromium (or set KIOSK_BROWSER to the path of Chromium or Chrome)."
	exit 1
fi

if is_running && [ "$pid" != $$ ]; then
	say "The kiosk is already running; stop it first with: sh start.sh stop"
	exit 1
fi
profiles=
# A Chromium from the Snap store may write only below its own folder (Ubuntu's chromium-browser is a script
# that starts it).
if [ -d /snap/chromium ] && { [ "$browser" != "${browser#/snap/}" ] || grep -q /snap/ "$browser" 2>/dev/null; }; then
	profiles=$HOME/snap/chromium/common/telegram-1856-kiosk
	mkdir -p "$profiles"
fi
export KIOSK_BROWSER="$browser" KIOSK_PROFILE_DIR="$profiles" KIOSK_ID="$id"

# --- The supervisor, again and again

supervisor=
stopping=
stop() {
	stopping=yes
	[ -n "$supervisor" ] && kill -TERM "$supervisor" 2>/dev/null
}
trap stop TERM INT HUP

# Tells systemd that this script runs, when systemd asks for that; "ready" each time, because a message may get lost.
notify() {
	if [ -n "${NOTIFY_SOCKET:-}" ]; then systemd-notify --ready WATCHDOG=1 2>/dev/null; fi
}

while [ -z "$stopping" ]; do
	# Chosen anew for each start of the supervisor, because a disk may fill meanwhile.
	run=
	for place in "$wanted" $fallbacks; do
		if claim "$place"; then
			run=$place
			break
		fi
	done
	if [ -z "$run" ]; then
		say "Nothing can be written to $wanted, nor to /dev/shm and /tmp; set KIOSK_RUN_DIR to a folder of your own that has room."
		exit 1
	fi
	[ "$run" = "$wanted" ] || say "Nothing can be written to $wanted; $run is used."
	touch "$run/alive" "$run/seen"
	KIOSK_RUN_DIR="$run" "$python" "$folder/supervise.py" &
	supervisor=$!
	# Seconds. The supervisor touches "alive" twice a second, for the first time when it has checked all files, which
	# takes a while on a slow disk.
	silent=0
	timeout=60
	lifetime=0
	while kill -0 "$supervisor" 2>/dev/null; do
		sleep 1
		lifetime=$((lifetime + 1))
		notify
		if [ -n "$(find "$run/alive" -newer "$run/seen" 2>/dev/null)" ]; then
			silent=0
			timeout=6
		else
			silent=$((silent + 1))
		fi
		touch "$run/seen"
		if [ "$silent" -ge "$timeout" ]; then
			say "The supervisor hangs."
			kill -KILL "$supervisor" 2>/dev/null
			break
		fi
	done
	wait "$supervisor"
	[ -n "$stopping" ] && break
	say "The supervisor ended; it is started again."
	# One that dies at once, again and again, must not take the whole processor.
	if [ "$lifetime" -lt 5 ]; then sleep 5; fi
done
for place in "$wanted" $fallbacks; do
	if [ "$(cat "$place/start.pid" 2>/dev/null)" = $$ ]; then rm -f "$place/start.pid"; fi
done
