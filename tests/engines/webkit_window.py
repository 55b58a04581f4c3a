#!/usr/bin/env python3
"""A window with WebKitGTK and nothing else, for WebKitWebDriver: it can be as narrow as a phone.

Arguments: a folder for what it writes, then any of
  --automation   WebKitWebDriver asks for it; the view is always an automated one
  --no-scripts   the scripts of the pages do not run; those of the driver do
  --less-motion  the system asks for less motion

It writes the console of its pages to console.txt and its own number to pid; when it gets SIGUSR1 it prints the
page to print.pdf, without a dialog.
"""
import os
import signal
import sys
from pathlib import Path

folder = Path(sys.argv[1])
# WebKit writes the console of its pages to standard error, which the driver throws away.
os.dup2(os.open(folder / "console.txt", os.O_WRONLY | os.O_CREAT | os.O_APPEND), 2)

import gi  # noqa: E402

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

if "--less-motion" in sys.argv:
    Gtk.Settings.get_default().set_property("gtk-enable-animations", False)
settings = WebKit2.Settings()
settings.set_enable_write_console_messages_to_stdout(True)
settings.set_enable_javascript("--no-scripts" not in sys.argv)

# An ephemeral context would keep nothing for a second visit.
data = WebKit2.WebsiteDataManager(
    base_data_directory=str(folder / "data"), base_cache_directory=str(folder / "cache")
)
context = WebKit2.WebContext.new_with_website_data_manager(data)
context.set_automation_allowed(True)


def make_view(_session):
    """The one view that the session drives, in a window of its own."""
    view = WebKit2.WebView(web_context=context, settings=settings, is_controlled_by_automation=True)
    window = Gtk.Window()
    window.set_decorated(False)
    window.set_default_size(1440, 900)
    window.connect("destroy", Gtk.main_quit)
    window.add(view)
    window.show_all()
    # No window manager gives the focus away.
    window.present()
    GLib.unix_signal_add(GLib.PRIORITY_DEFAULT, signal.SIGUSR1, print_page, view)
    return view


def print_page(view):
    """Prints under another name first, so that a file with the right name is whole."""
    printing = Gtk.PrintSettings()
    printing.set_printer("Print to File")
    printing.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
    printing.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, (folder / "unfinished.pdf").as_uri())
    operation = WebKit2.PrintOperation.new(view)
    operation.set_print_settings(printing)
    operation.connect("finished", lambda _: os.replace(folder / "unfinished.pdf", folder / "print.pdf"))
    operation.print_()
    # Held until it is finished.
    view.operation = operation
    return GLib.SOURCE_CONTINUE


def begin(_context, session):
    """Says who we are, as the driver wants to know, and waits for its wish for a view."""
    info = WebKit2.ApplicationInfo()
    info.set_name("webkit-window")
    info.set_version(
        WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version()
    )
    session.set_application_info(info)
    session.connect("create-web-view", make_view)


context.connect("automation-started", begin)
(folder / "pid").write_text(str(os.getpid()))
Gtk.main()
