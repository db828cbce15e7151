import CSS

/// The id and the classes of each element, as far as a stylesheet names them.
struct ElementIdentities {
    /// The id of each element; -1 where no selector asks for it.
    private(set) var ids: [AtomTable.Atom]
    /// The classes of all elements.
    private(set) var classes: [AtomTable.Atom] = []
    /// Which of `classes` are each element's: from its own number to the next one's.
    private(set) var starts: [Int32]

    init(_ document: HTMLDocument, _ text: Bytes, names: AtomTable) {
        ids = [AtomTable.Atom](repeating: -1, count: document.elements.count)
        starts = []
        starts.reserveCapacity(document.elements.count + 1)
        for (number, element) in document.elements.enumerated() {
            starts.append(Int32(classes.count))
            var hasClass = false
            for index in element.attributes {
                let attribute = document.attributes[Int(index)]
                switch attribute.role {
                case .id where ids[number] < 0:
                    let value = HTMLText.withDecoded(text, attribute.value.wide) {
                        names.atom(of: $0, lowercased: document.isQuirky)
                    }
                    ids[number] = value ?? -1
                case .className where !hasClass:
                    hasClass = true
                    HTMLText.withDecoded(text, attribute.value.wide) { value in
                        var start = 0
                        while start < value.count {
                            while start < value.count, value[start].isCSSWhitespace { start += 1 }
                            var end = start
                            while end < value.count, !value[end].isCSSWhitespace { end += 1 }
                            if end > start,
                                let atom = names.atom(
                                    of: Bytes(rebasing: value[start..<end]), lowercased: document.isQuirky)
                            {
                                classes.append(atom)
                            }
                            start = end
                        }
                    }
                default: break
                }
            }
        }
        starts.append(Int32(classes.count))
    }

    /// The classes of an element.
    func classes(of element: Int) -> ArraySlice<AtomTable.Atom> {
        classes[Int(starts[element])..<Int(starts[element + 1])]
    }
}
