extension String {
    /// The text as it stands between the quotation marks of a CSS string in a `<style>` element.
    ///
    /// What would end the string, the rule or the element is written as its code point (CSS Syntax Level 3, §4.3.7), so that
    /// there is nothing left in it that HTML would escape.
    var cssString: String {
        unicodeScalars.reduce(into: "") { text, scalar in
            let isPlain = scalar.value >= 0x20 && !"\"'\\<>&".unicodeScalars.contains(scalar)
            text += isPlain ? String(scalar) : "\\" + String(scalar.value, radix: 16) + " "
        }
    }
}
