"""Checks of an Atom feed: XML, and what RFC 4287 demands of a feed and its entries."""

import re
import xml.etree.ElementTree as xml
from urllib.parse import urlsplit

ATOM = "{http://www.w3.org/2005/Atom}"
# RFC 3339 with what section 3.3 adds: a capital T, and a capital Z where there is no offset.
DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)")
TEXT_TYPES = {None, "text", "html", "xhtml"}


def check(file, report):
    try:
        feed = xml.parse(file).getroot()
    except xml.ParseError as problem:
        report.fail(file, "XML", problem)
        return
    if feed.tag != f"{ATOM}feed":
        report.fail(file, "RFC 4287, 2", f"the outermost element is {feed.tag}")
        return
    required(file, feed, "4.1.1", report)
    links = [(link.get("rel", "alternate"), link.get("href")) for link in feed.findall(f"{ATOM}link")]
    if not any(rel == "self" and href for rel, href in links):
        report.fail(file, "RFC 4287, 4.1.1", "the feed has no link to itself")
    entries = feed.findall(f"{ATOM}entry")
    for entry in entries:
        required(file, entry, "4.1.2", report)
        if feed.find(f"{ATOM}author") is None and entry.find(f"{ATOM}author") is None:
            report.fail(file, "RFC 4287, 4.1.2", "neither the feed nor the entry has an author", name(entry))
        alternates = [(link.get("type"), link.get("hreflang")) for link in entry.findall(f"{ATOM}link")
                      if link.get("rel", "alternate") == "alternate"]
        if entry.find(f"{ATOM}content") is None and not alternates:
            report.fail(file, "RFC 4287, 4.1.2", "the entry has neither a text nor a link to one", name(entry))
        if len(alternates) != len(set(alternates)):
            report.fail(file, "RFC 4287, 4.1.2", "two links lead to the same text", name(entry))
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    for each in {each for each in ids if ids.count(each) > 1}:
        report.fail(file, "RFC 4287, 4.1.2", "two entries have the same id", each)
    if entries and feed.findtext(f"{ATOM}updated", "") < max(entry.findtext(f"{ATOM}updated", "") for entry in entries):
        report.fail(file, "RFC 4287, 4.2.15", "the feed is older than one of its entries")


def required(file, element, section, report):
    """Id, title and date, once each and as they have to be; persons with names; links with addresses."""
    place = name(element)
    for each in ("id", "title", "updated"):
        if len(element.findall(ATOM + each)) != 1:
            report.fail(file, f"RFC 4287, {section}", f"<{each}> is not there once", place)
    address = urlsplit(element.findtext(f"{ATOM}id", "").strip())
    if not address.scheme:
        report.fail(file, "RFC 4287, 4.2.6", "the id is no whole address", place)
    for each in ("updated", "published"):
        for date in element.findall(ATOM + each):
            if not DATE.fullmatch(date.text or ""):
                report.fail(file, "RFC 4287, 3.3", f"<{each}> is no date: {date.text}", place)
    for each in ("title", "summary", "content", "subtitle", "rights"):
        for text in element.findall(ATOM + each):
            if text.get("type") not in TEXT_TYPES and each != "content":
                report.fail(file, "RFC 4287, 3.1.1", f"<{each}> is of type {text.get('type')}", place)
            if text.get("type") != "xhtml" and len(text):
                report.fail(file, "RFC 4287, 3.1.1", f"<{each}> has elements in it", place)
    for person in element.findall(f"{ATOM}author"):
        if not person.findtext(f"{ATOM}name", "").strip():
            report.fail(file, "RFC 4287, 3.2.1", "an author has no name", place)
    for link in element.findall(f"{ATOM}link"):
        if not urlsplit(link.get("href", "")).scheme:
            report.fail(file, "RFC 4287, 4.2.7", f"a link has no whole address: {link.get('href')}", place)


def name(element):
    return element.findtext(f"{ATOM}title") or element.tag.removeprefix(ATOM)
