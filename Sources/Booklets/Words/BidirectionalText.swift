extension String {
    /// The text as a sentence of another direction may take it: a text with right-to-left letters between the marks that keep
    /// the punctuation around it in its place (Unicode Standard Annex #9, first strong isolate), any other as it is.
    var isolated: String {
        unicodeScalars.contains(where: \.isRightToLeft) ? "\u{2068}" + self + "\u{2069}" : self
    }
}

extension Unicode.Scalar {
    /// Whether it is in a block of right-to-left scripts: Hebrew to Arabic Extended-A, their presentation forms, and the
    /// scripts of U+10800 to U+10FFF and U+1E800 to U+1EFFF.
    fileprivate var isRightToLeft: Bool {
        [0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF].contains {
            $0.contains(value)
        }
    }
}
