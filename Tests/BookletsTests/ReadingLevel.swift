/// How hard a text is to read, by formulas of its sentences, words and syllables.
///
/// A word is a run of letters or digits, with apostrophes and hyphens within it; a numeral has one syllable a digit.
struct ReadingLevel {
    let sentences: Int
    let words: Int
    let syllables: Int

    /// Counts in sentences, each a text of its own or several ended by a full stop, question mark, exclamation mark or colon.
    init(_ texts: [String], syllables count: (String) -> Int) {
        let sentences = texts.flatMap { $0.split { ".?!:…".contains($0) } }.map(Self.words).filter { !$0.isEmpty }
        self.sentences = sentences.count
        words = sentences.reduce(0) { $0 + $1.count }
        syllables = sentences.joined().reduce(0) {
            $0 + ($1.contains(where: \.isNumber) ? $1.count(where: \.isNumber) : count($1))
        }
    }

    /// The school grade of the Flesch–Kincaid formula (J. P. Kincaid et al., 1975), for English.
    var fleschKincaidGrade: Double {
        0.39 * Double(words) / Double(sentences) + 11.8 * Double(syllables) / Double(words) - 15.59
    }

    /// Flesch's formula as F. Szigriszt Pazos (1993) fitted it to Spanish, read by the INFLESZ scale (I. M. Barrio-Cantalejo et
    /// al., 2008): from 40 rather hard, from 55 normal, from 65 rather easy, from 80 very easy.
    var inflesz: Double {
        206.835 - 62.3 * Double(syllables) / Double(words) - Double(words) / Double(sentences)
    }

    private static func words(_ text: some StringProtocol) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber && !"'’-,".contains($0) }
            .map { $0.filter { !"'’,".contains($0) } }.flatMap { $0.split(separator: "-").map(String.init) }
            .filter { !$0.isEmpty }
    }

    /// Syllables of an English word: its groups of vowels, y among them; without a silent e at the end, also before s and d, but
    /// for -le after a consonant, -ted and -ded, and -es after a hissing sound; one more where two vowels are known to part,
    /// and one at least.
    static func english(_ word: String) -> Int {
        var count = word.split { !"aeiouy".contains($0) }.count
        let letters = Array(word)
        func ends(_ ending: String) -> Bool { word.hasSuffix(ending) && word.count > ending.count }
        func letter(_ fromEnd: Int) -> Character { letters.count >= fromEnd ? letters[letters.count - fromEnd] : " " }
        let isVowel: (Character) -> Bool = { "aeiouy".contains($0) }
        if ends("e"), !isVowel(letter(2)), !(letter(2) == "l" && !isVowel(letter(3))) { count -= 1 }
        if ends("es"), !isVowel(letter(3)), !"sxzcgh".contains(letter(3)), !(letter(3) == "l" && !isVowel(letter(4))) {
            count -= 1
        }
        if ends("ed"), !isVowel(letter(3)), !"td".contains(letter(3)) { count -= 1 }
        // What stays together: -tion, -cial, -qua- and the like.
        let rest = ["tion", "sion", "cial", "tial", "cian", "gion", "cious", "tious", "qua", "gua", "eople"].reduce(
            word
        ) {
            $0.replacing($1, with: " ")
        }
        count += ["ia", "io", "eo", "ua", "iu", "ying"].count(where: rest.contains)
        return max(1, count)
    }

    /// Syllables of a Spanish word: each open vowel (a, e, o) or accented í or ú is one, as is each group of closed ones without
    /// such beside it.
    static func spanish(_ word: String) -> Int {
        let letters = word.hasSuffix("y") ? word.dropLast() + "i" : word[...]
        let groups = letters.split { !"aeiouáéíóúü".contains($0) }
        return max(1, groups.reduce(0) { $0 + max(1, $1.count { "aeoáéóíú".contains($0) }) })
    }
}
