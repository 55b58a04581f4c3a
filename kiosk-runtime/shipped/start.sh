#!/bin/sh
# Telegram 1856, the kiosk. GUIDE.txt explains everything.
#
#   sh start.sh           runs the kiosk until Ctrl+C, or until "sh start.sh stop" elsewhere
#   sh start.sh stop      stops it
#   sh start.sh install   starts it now and after every login, through systemd
#
# This script finds the programs, starts the supervisor (server and browser), and starts it again if it dies
# or hangs. A browser or an interpreter can be named: KIOSK_BROWSER=/path, KIOSK_RUNTIME=node or python3.
set -u

folder=$(cd "$(dirname "$0")" && pwd -P) || exit 1
run=${KIOSK_RUN_DIR:-${XDG_RUNTIME_DIR:-/tmp}/telegram-1856-kiosk-$(id -u)}
unit=telegram-1856-kiosk.service

# Tells this kiosk from another one with a folder of its own.
id=$(id -u)-$(printf %s "$run" | cksum | cut -d' ' -f1)
# A disk that is full, or that nothing can be written to any more, does not stop a kiosk: the second is in memory.
spare="/dev/shm/telegram-1856-kiosk-$id /tmp/telegram-1856-kiosk-$id"

say() { printf '%s\n' "$*" >&2; }

# The start.sh that runs already; a number left from before a power cut may be another program's by now.
running() {
	for place in "$run" $spare; do
		pid=$(cat "$place/start.pid" 2>/dev/null) || continue
		grep -q start.sh "/proc/$pid/cmdline" 2>/dev/null && return
	done
	return 1
}

# Takes a folder that is ours alone and has room for our number at least.
take() {
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
	if running && kill -TERM "$pid" 2>/dev/null; then
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

# --- What this machine has

has_node() {
	node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 18 ? 0 : 1)' 2>/dev/null
}
has_python() {
	python3 -c 'import sys; sys.exit(sys.version_info < (3, 8))' 2>/dev/null
}
runtime=${KIOSK_RUNTIME:-}
if [ -z "$runtime" ]; then
	if has_node; then
		runtime=node
	elif has_python; then
		runtime=python3
	else
		say "Neither Node 18 nor Python 3.8 (or newer) is installed; install one of them, for example: sudo apt install python3"
		exit 1
	fi
fi
case $runtime in
node) program=$folder/supervise.mjs ;;
*) program=$folder/supervise.py ;;
esac

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

# --- A place for what lasts until the next start: in memory where there is one, and ours alone

if running && [ "$pid" != $$ ]; then
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
export PYTHONDONTWRITEBYTECODE=1

# --- The supervisor, again and again

supervisor=
stopping=
stop() {
	stopping=yes
	[ -n "$supervisor" ] && kill -TERM "$supervisor" 2>/dev/null
}
trap stop TERM INT HUP

# Tells systemd that we are well, when it asks for that; "ready" each time, because one message may get lost.
notify() {
	if [ -n "${NOTIFY_SOCKET:-}" ]; then systemd-notify --ready WATCHDOG=1 2>/dev/null; fi
}

while [ -z "$stopping" ]; do
	# Each time, because a disk may fill while we run.
	lasting=
	for place in "$run" $spare; do
		if take "$place"; then
			lasting=$place
			break
		fi
	done
	if [ -z "$lasting" ]; then
		say "Nothing can be written to $run, nor to /dev/shm and /tmp; set KIOSK_RUN_DIR to a folder of your own that has room."
		exit 1
	fi
	[ "$lasting" = "$run" ] || say "Nothing can be written to $run; $lasting is used."
	touch "$lasting/alive" "$lasting/seen"
	KIOSK_RUN_DIR="$lasting" "$runtime" "$program" &
	supervisor=$!
	silent=0
	# The files are checked first, which may take a while on a slow disk.
	patience=60
	lived=0
	while kill -0 "$supervisor" 2>/dev/null; do
		sleep 1
		lived=$((lived + 1))
		notify
		# The supervisor touches "alive" twice a second.
		if [ -n "$(find "$lasting/alive" -newer "$lasting/seen" 2>/dev/null)" ]; then
			silent=0
			patience=6
		else
			silent=$((silent + 1))
		fi
		touch "$lasting/seen"
		if [ "$silent" -ge "$patience" ]; then
			say "The supervisor hangs."
			kill -KILL "$supervisor" 2>/dev/null
			break
		fi
	done
	wait "$supervisor"
	[ -n "$stopping" ] && break
	say "The supervisor ended; it is started again."
	# One that dies at once, again and again, does not get the whole machine.
	if [ "$lived" -lt 5 ]; then sleep 5; fi
done
for place in "$run" $spare; do
	if [ "$(cat "$place/start.pid" 2>/dev/null)" = $$ ]; then rm -f "$place/start.pid"; fi
done
