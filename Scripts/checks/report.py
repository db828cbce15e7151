"""What was found, and what could not be looked for."""

import pathlib


class Report:
    """Collects failures and prints them as `file: checker rule: message (place)`."""

    def __init__(self):
        self.failures = 0
        self.skipped = {}

    def fail(self, file, rule, message, place=""):
        self.failures += 1
        shown = f" ({place})" if place else ""
        print(f"{short(file)}: {rule}: {' '.join(str(message).split())}{shown}", flush=True)

    def skip(self, check, reason):
        self.skipped[check] = reason


def short(file):
    """The last two parts of a path: the school and the file."""
    return "/".join(pathlib.Path(file).parts[-2:])
