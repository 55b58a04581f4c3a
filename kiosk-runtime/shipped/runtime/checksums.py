"""Compares the site with the checksums in manifest.json, which were made when it was packed."""

import hashlib
import json
import os

from runtime.config import iso_now

# A page with a damaged file of these kinds would show wrong words, or not work.
ESSENTIAL = (".html", ".js", ".mjs", ".css", ".json")


def extension(name):
    """The end of a file's name, in lower case, for example ".html"."""
    return os.path.splitext(name)[1].lower()


def read_manifest(folder):
    """The manifest beside the site; None when it is missing or broken."""
    try:
        with open(os.path.join(folder, "manifest.json"), encoding="utf-8") as file:
            manifest = json.load(file)
        return manifest if isinstance(manifest.get("files"), dict) else None
    except (OSError, ValueError, AttributeError):
        return None


def files_in(folder):
    """The names of all files below a folder, with "/" between their parts on every system."""
    names = set()
    for path, _, files in os.walk(folder):
        for file in files:
            names.add(os.path.relpath(os.path.join(path, file), folder).replace(os.sep, "/"))
    return names


def verify(folder):
    """Compares every file of `site/` with its checksum.

    Returns a dict, most of which is sent as JSON: `ok` (every file is there, unchanged, and there is no other one),
    `usable` (every essential file is there and unchanged), `checkedAt` (ISO time), the sorted names of `damaged`,
    `missing` and `extra` files, and `message` (a sentence when nothing could be checked, else None).
    """
    result = {
        "ok": False,
        "usable": True,
        "checkedAt": iso_now(),
        "damaged": [],
        "missing": [],
        "extra": [],
        "message": None,
    }
    manifest = read_manifest(folder)
    if manifest is None:
        result["message"] = (
            "manifest.json is missing or cannot be read, so the files were not checked; "
            "copy the folder again."
        )
        return result
    site = os.path.join(folder, "site")
    unlisted = files_in(site)
    for name, entry in manifest["files"].items():
        if name not in unlisted:
            result["missing"].append(name)
            continue
        unlisted.remove(name)
        try:
            with open(os.path.join(site, name), "rb") as file:
                if hashlib.sha256(file.read()).hexdigest() != entry["sha256"]:
                    result["damaged"].append(name)
        except OSError:
            result["damaged"].append(name)
    result["extra"] = list(unlisted)
    for kind in ("damaged", "missing", "extra"):
        result[kind].sort()
    wrong = result["damaged"] + result["missing"]
    result["ok"] = not wrong and not result["extra"]
    result["usable"] = not any(extension(name) in ESSENTIAL for name in wrong)
    return result
