"""What WeasyPrint 70 leaves out of the tags of a PDF/UA document, added right before it is written.

`finisher` is a public option of WeasyPrint's `write_pdf`, which gets the objects of the file before they become bytes, so that
nothing is parsed a second time. The rules are those of PDF/UA-1 (ISO 14289-1, 7) and of tagged PDF (ISO 32000-1, 14.8).
"""

import pydyf


def finish(document, pdf):
    """Completes the tag tree of `pdf`: scopes, whole tables, list labels, artifacts, identifiers."""
    if "StructTreeRoot" not in pdf.catalog:
        return
    tree = Tree(pdf)
    merge_tables(document, tree)
    spare_row_headers(tree)
    tidy_lists(tree)
    lift_links(tree)
    add_scopes(tree)
    leave_out_decoration(tree)
    leave_out_empty(tree, tree.root)
    name_headers(tree)
    make_artifacts(tree)
    print_links(pdf)


class Tree:
    """The structure elements of a file, found by reference."""

    def __init__(self, pdf):
        self.pdf = pdf
        self.objects = {each.reference: each for each in pdf.objects}
        self.root = self.objects[pdf.catalog["StructTreeRoot"]]

    def element(self, key):
        found = self.objects.get(key) if isinstance(key, bytes) else None
        return found if is_element(found) else None

    def children(self, element):
        return [child for key in element.get("K", ()) if (child := self.element(key)) is not None]

    def parent(self, element):
        return self.objects[element["P"]]

    def walk(self):
        stack = [self.root]
        while stack:
            current = stack.pop()
            yield current
            stack.extend(reversed(self.children(current)))

    def remove(self, element):
        self.parent(element)["K"].remove(element.reference)

    def adopt(self, parent, children):
        parent["K"].extend(child.reference for child in children)
        for child in children:
            child["P"] = parent.reference


def is_element(thing):
    return isinstance(thing, pydyf.Dictionary) and thing.get("Type") == "/StructElem"


def merge_tables(document, tree):
    """Makes one table of its parts on several pages. Repeated heads leave the tree, and cells refer to the first ones."""
    tables, heads, renamed = {}, {}, {}
    for page in document.pages:
        for wrapper in page._page_box.descendants():
            if not getattr(wrapper, "is_table_wrapper", False):
                continue
            cells = [cell for cell in wrapper.descendants() if is_element(getattr(cell, "mark", None))]
            if not cells:
                continue
            part = cells[0].mark
            while part["S"] != "/Table":
                part = tree.parent(part)
            first = tables.setdefault(id(wrapper.element), part)
            if first is part:
                heads.update((id(cell.element), cell.mark["ID"]) for cell in cells if "ID" in cell.mark)
                continue
            for cell in cells:
                if "ID" in cell.mark and id(cell.element) in heads:
                    renamed[cell.mark["ID"].data] = heads[id(cell.element)]
                elif "ID" in cell.mark:
                    heads[id(cell.element)] = cell.mark["ID"]
            for cell in cells:
                headers = cell.mark["A"].get("Headers")
                if headers is not None:
                    headers[:] = [renamed.get(header.data, header) for header in headers]
            body = next((group for group in tree.children(first) if group["S"] == "/TBody"), first)
            for group in tree.children(part):
                if group["S"] == "/TBody":
                    tree.adopt(body, tree.children(group))
                elif group["S"] == "/TR":
                    tree.adopt(first, [group])
            tree.remove(part)
            part["K"] = pydyf.Array(key for key in part["K"] if tree.element(key)["S"] == "/THead")


def spare_row_headers(tree):
    """In a table with more headers than data, of one or two rows, only the columns have headers: a reader would hear little else."""
    for table in tree.walk():
        if table.get("S") != "/Table":
            continue
        rows = [(group, row) for group in tree.children(table) for row in tree.children(group) if row["S"] == "/TR"]
        cells = [cell for _, row in rows for cell in tree.children(row)]
        spared = [cell for group, row in rows if group["S"] == "/TBody" for cell in tree.children(row) if cell["S"] == "/TH"]
        heads = sum(cell["S"] == "/TH" for cell in cells)
        if not spared or len(spared) == heads or heads <= len(cells) - heads:
            continue
        names = {cell.pop("ID").data for cell in spared if "ID" in cell}
        for cell in spared:
            cell["S"] = "/TD"
        for cell in cells:
            headers = cell["A"].get("Headers")
            if headers is not None:
                headers[:] = [header for header in headers if header.data not in names]


def tidy_lists(tree):
    """A `div` of a `dl` becomes the item, its `dt` the label and its `dd` bodies; what follows a label is a body."""
    for element in list(tree.walk()):
        if element.get("S") == "/L":
            for group in tree.children(element):
                items = tree.children(group)
                if group["S"] in ("/Div", "/NonStruct") and items and all(item["S"] == "/LI" for item in items):
                    make_item(tree, group, [body for item in items for body in tree.children(item)])
        elif element.get("S") == "/LI":
            part = tree.children(element)
            if len(part) == 1 and part[0]["S"] == "/LBody" and (inner := tree.children(part[0])) and inner[0]["S"] == "/Lbl":
                label = inner[0]
                tree.remove(label)
                element["K"].insert(0, label.reference)
                label["P"] = element.reference
            elif part and part[0]["S"] == "/Lbl" and not any(each["S"] == "/LBody" for each in part):
                body = pydyf.Dictionary({"Type": "/StructElem", "S": "/LBody", "K": pydyf.Array(), "Pg": element["Pg"],
                                         "P": element.reference})
                tree.pdf.add_object(body)
                tree.objects[body.reference] = body
                tree.adopt(body, part[1:])
                element["K"] = pydyf.Array([part[0].reference, body.reference])


def make_item(tree, group, bodies):
    group["S"] = "/LI"
    group["K"] = pydyf.Array()
    tree.adopt(group, bodies)
    for place, body in enumerate(bodies):
        body["S"] = "/LBody" if place else "/Lbl"


def lift_links(tree):
    """The annotation of a box inside a link, as of `a > b`, belongs to the link."""
    numbers = tree.objects[tree.root["ParentTree"]]["Nums"]
    owners = {}
    for element in tree.walk():
        if element.get("S") != "/Link":
            continue
        inner = tree.children(element)
        while inner:
            child = inner.pop()
            inner.extend(tree.children(child))
            links = [key for key in child["K"] if isinstance(key, bytes) and tree.objects[key].get("Type") == "/OBJR"]
            for key in links:
                child["K"].remove(key)
                element["K"].append(key)
                owners[child.reference] = element.reference
    for place in range(1, len(numbers), 2):
        if isinstance(numbers[place], bytes):
            numbers[place] = owners.get(numbers[place], numbers[place])


def add_scopes(tree):
    for element in tree.walk():
        if element.get("S") == "/TH":
            group = tree.parent(tree.parent(element))
            element["A"]["Scope"] = "/Column" if group["S"] == "/THead" else "/Row"


def leave_out_decoration(tree):
    """An image without words for it is decoration."""
    for element in list(tree.walk()):
        if element.get("S") == "/Figure" and "Alt" not in element:
            tree.remove(element)


def leave_out_empty(tree, element):
    """Empty lines and boxes say nothing; empty cells keep their place in the grid."""
    for child in tree.children(element):
        leave_out_empty(tree, child)
        if not child["K"] and child["S"] not in ("/TD", "/TH", "/TR"):
            element["K"].remove(child.reference)


def name_headers(tree):
    """The name tree that a file with element identifiers has to have."""
    named = sorted((element["ID"].data, element) for element in tree.walk() if "ID" in element)
    if named:
        names = pydyf.Array()
        for _, element in named:
            names.extend((element["ID"], element.reference))
        identifiers = pydyf.Dictionary({"Names": names})
        tree.pdf.add_object(identifiers)
        tree.root["IDTree"] = identifiers.reference


def make_artifacts(tree):
    """What stands nowhere in the tree, as running heads and page numbers, is drawn as an artifact."""
    reachable = {id(element) for element in tree.walk()}
    loose = {}
    for each in tree.pdf.objects:
        if is_element(each) and id(each) not in reachable:
            loose.setdefault(each["Pg"], set()).update(key for key in each["K"] if isinstance(key, int))
            # Not marked as free: pydyf counts free objects among those of the object stream, and what follows is lost.
            each.clear()
    numbers = tree.objects[tree.root["ParentTree"]]["Nums"]
    for page, owners in zip(tree.pdf.page_references, numbers[1::2]):
        gone = loose.get(page)
        if not gone:
            continue
        for mcid in gone:
            owners[mcid] = "null"
        operators = tree.objects[tree.objects[page]["Contents"]].stream
        for index, operator in enumerate(operators):
            if operator == b"BDC" and operators[index - 1].get("MCID") in gone:
                operators[index - 2] = "/Artifact"
                operators[index - 1] = pydyf.Dictionary({"Type": "/Pagination"})


def print_links(pdf):
    for each in pdf.objects:
        if isinstance(each, pydyf.Dictionary) and each.get("Subtype") == "/Link":
            each["F"] = 4
