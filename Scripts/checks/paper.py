"""Checks of booklet.pdf: tags, structure, fonts, and what WeasyPrint says while making it."""

import json
import os
import re
import subprocess
import tempfile

from install import command, program

# outloud takes any line that stands at the top or foot of three pages for a running head, such as the legend of a figure that
# begins a page. Margin boxes are artifacts, as the tests of the engine hold; page numbers in the tree still are an error.
FALSE = re.compile(r"\d+ running header or footer line\(s\) are tagged as content on \d+ or more pages")


def run(*words):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)


def check(file, report):
    for tool, examine in [("pdfua", pdfua), ("outloud", outloud)]:
        if path := command(tool):
            examine(path, file, report)
        else:
            report.skip(tool, "not installed")
    for tool, examine in [("qpdf", qpdf), ("pdffonts", fonts), ("pdfinfo", info)]:
        if path := program(tool):
            examine(path, file, report)
        else:
            report.skip(tool, "not installed")


def pdfua(path, file, report):
    done = run(path, "check", "--format", "json", file)
    try:
        result = json.loads(done.stdout)
    except ValueError:
        result = {"error": done.stderr.strip() or "no answer"}
    if "error" in result:
        report.fail(file, "pdfua", result["error"])
    for finding in result.get("findings", []):
        report.fail(file, f"pdfua {finding['rule_id']}", finding["message"], finding.get("location") or "")
    for rule in result.get("skipped", []):
        # pdfua 0.1.3 stumbles in UA-14-001 over a heading of several parts; outloud's TAG-020 finds empty headings too.
        report.skip(f"pdfua {rule['rule_id']}", "the tool fails in it")


def outloud(path, file, report):
    with tempfile.TemporaryDirectory() as folder:
        answer = os.path.join(folder, "answer.json")
        done = run(path, "--quiet", "--json", answer, file)
        if not os.path.exists(answer):
            report.fail(file, "outloud", done.stderr.strip() or "no answer")
            return
        with open(answer, encoding="utf-8") as stream:
            results = json.load(stream)["results"]
    for each in results:
        if each.get("error"):
            report.fail(file, "outloud", each["error"])
        for finding in each.get("findings", []):
            if finding["severity"] == "info" or FALSE.fullmatch(finding["message"]):
                continue
            report.fail(file, f"outloud {finding['rule']}", finding["message"],
                        f"page {finding.get('page')}, {', '.join(str(v) for v in (finding.get('location') or {}).values())}")


def qpdf(path, file, report):
    done = run(path, "--check", file)
    if done.returncode != 0:
        lines = [line for line in (done.stderr + done.stdout).splitlines() if re.search("error|warning", line, re.I)]
        report.fail(file, "qpdf", lines[0] if lines else f"exit {done.returncode}")


def fonts(path, file, report):
    lines = run(path, file).stdout.splitlines()
    if len(lines) < 3:
        report.fail(file, "fonts", "none, so the text is not text")
    for line in lines[2:]:
        name = line.split()[0]
        flags = re.search(r"\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$", line)
        for flag, word in zip(flags.groups() if flags else ("no",) * 3, ["embedded", "a subset", "mapped to Unicode"]):
            if flag == "no":
                report.fail(file, "fonts", f"not {word}", name)


def info(path, file, report):
    known = dict(re.findall(r"^([^:]+):[ \t]*(.*)$", run(path, file).stdout, re.M))
    if not known.get("Title"):
        report.fail(file, "pdfinfo", "no title")
    if known.get("Tagged") != "yes":
        report.fail(file, "pdfinfo", "not tagged")
    if known.get("JavaScript", "no") != "no" or known.get("Encrypted", "no") != "no":
        report.fail(file, "pdfinfo", "holds a script or is encrypted")


def log(file, report):
    """What WeasyPrint says of the HTML: a booklet is made without a word."""
    path = command("weasyprint")
    if not path:
        report.skip("WeasyPrint's log", "not installed")
        return
    with tempfile.TemporaryDirectory() as folder:
        done = run(path, "--pdf-variant", "pdf/ua-1", file, os.path.join(folder, "booklet.pdf"))
    for line in dict.fromkeys(done.stderr.splitlines()):
        report.fail(file, "WeasyPrint", line)
    if done.returncode != 0 and not done.stderr:
        report.fail(file, "WeasyPrint", f"exit {done.returncode}")
