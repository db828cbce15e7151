"""Checks of an issue's HTML, its preview and the newsletter's pages: valid HTML, WCAG 2.2 AA by axe-core, reflow, dark scheme."""

import pathlib
import re
import tempfile

from chromium import Chromium
from screen import Axe, reflow, validate

# What vnu takes for a mistake and mail programs need, each for a reason.
MAIL = re.compile("|".join([
    # Outlook for Windows reads VML and the size of a pixel by these names of namespaces.
    r"“xmlns:[vo]”",
    # Outlook for Windows, whose HTML is Word's, lays out by attributes; so does all mail whose styles were taken out.
    r"The “(width|cellpadding|cellspacing|border|bgcolor)” attribute on the “table” element is obsolete",
    r"The “(width|align|valign|bgcolor)” attribute on the “t[dh]” element is obsolete",
    r"The “align” attribute on the “(table|tr|p|h[1-6]|hr|img)” element is obsolete",
    # x-apple-disable-message-reformatting, which old Apple Mail looks for by its name alone.
    r"Element “meta” is missing one or more of the following attributes: “content”, “property”",
    # The only way to hide a text from Outlook for Windows.
    r"“mso-hide”",
    # Tags that a mail tool replaces by an address.
    r"Bad value “(\*\||\{\{|\{\$|\[).*” for attribute “href” on element “a”",
    # Elements that Campaign Monitor replaces by links.
    r"Element “(unsubscribe|webversion)” not allowed",
]))

# Finds nothing: pages that browsers read need no allowance.
NOTHING = re.compile(r"(?!)")

WIDTHS = [(375, 812), (700, 900)]
SCHEMES = ["light", "dark"]

# The color of the first box that fills the view, and whether the scheme is what was asked for.
SURFACE = """(() => {
  const boxes = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().width > innerWidth / 2);
  const colors = boxes.map(e => getComputedStyle(e).backgroundColor).filter(c => !/rgba\\(.*, 0\\)/.test(c));
  return {dark: matchMedia('(prefers-color-scheme: dark)').matches, colors: colors.slice(0, 4),
          text: getComputedStyle(document.querySelector('h1') || document.body).color};
})()"""


def check(issues, previews, pages, site, report):
    """
    - issues: the HTML that goes into the mail tool
    - previews, pages: the pages for the owner, and those for everybody
    - site: the folder of the site, which stands for its address
    """
    if issues:
        validate(issues, report, MAIL)
    if previews or pages:
        validate([*previews, *pages], report, NOTHING)
    axe = Axe.found(report)
    if not axe:
        return
    with tempfile.TemporaryDirectory() as folder, Chromium(axe.chromium) as page:
        local = Local(site, pathlib.Path(folder))
        for file in issues:
            told = set()
            text = local.of(file, file.read_text(encoding="utf-8"))
            views(page, axe, file, local.write(text), report, told)
            # Some programs take the whole <style> out; there is one scheme then.
            # Tables of data may then be wider than a phone (WCAG 1.4.10 allows that), since what breaks their words is gone.
            if "<table class=\"data" in text:
                told.add("reflow")
            bare = local.write(re.sub(r"<style>.*?</style>", "", text, flags=re.S))
            views(page, axe, file, bare, report, told, schemes=["light"], note=", no <style>")
        for file in previews:
            views(page, axe, file, file.as_uri(), report, set(), schemes=["light"])
        for file in pages:
            views(page, axe, file, local.write(local.of(file, file.read_text(encoding="utf-8"))), report, set())


def views(page, axe, file, url, report, told, schemes=SCHEMES, note=""):
    surfaces = {}
    for scheme in schemes:
        page.show(url, 320, 640, scheme)
        reflow(page, file, report, told, note)
        for width, height in WIDTHS:
            page.show(url, width, height, scheme)
            reflow(page, file, report, told, note)
            axe.run(page, file, f"{width} px, {scheme}{note}", report, told)
        surfaces[scheme] = page.evaluate(SURFACE)
        if surfaces[scheme]["dark"] != (scheme == "dark"):
            report.fail(file, "scheme", f"the browser did not show it in the {scheme} scheme")
    if len(surfaces) == 2:
        same = [name for name in ("colors", "text") if surfaces["light"][name] == surfaces["dark"][name]]
        if same:
            report.fail(file, "scheme", "the dark scheme looks as the light one does", f"the same {' and '.join(same)}")


class Local:
    """Pages whose pictures and styles come from the folder of the site, since nobody serves its address."""

    def __init__(self, site, folder):
        self.site, self.folder, self.count = site, folder, 0
        home = site / "index.html"
        found = re.search(r'<link rel="canonical" href="([^"]+?)/?"', home.read_text(encoding="utf-8")) if home.exists() else None
        self.address = found.group(1) if found else None

    def of(self, file, text):
        if self.address:
            text = re.sub(rf'\bsrc="{re.escape(self.address)}/', f'src="{self.site.as_uri()}/', text)
        if self.site in file.parents:
            text = re.sub(r'\b(src|href)="/(?!/)([^"]+\.[a-z0-9]+)"', rf'\1="{self.site.as_uri()}/\2"', text)
        return text

    def write(self, text):
        self.count += 1
        path = self.folder / f"{self.count}.html"
        path.write_text(text, encoding="utf-8")
        return path.as_uri()
