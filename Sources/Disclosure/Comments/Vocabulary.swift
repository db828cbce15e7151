/// Words that rules know, in lower case and without accents.
enum Vocabulary {
    static func words(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    // MARK: Names

    static let shortTitles = words("mr mrs ms miss mx dr prof sgt lt capt det cpl ofc dep supt rev sra srta sr fr hon")
    /// Titles that nothing but a name follows.
    static let plainTitles = words("mr mrs ms mx dr")
    /// Titles before names in lower case, as people type.
    static let spokenTitles = words(
        """
        officer deputy principal coach sergeant lieutenant captain chief sheriff detective counselor counsellor nurse
        superintendent dean trooper miss
        """)
    /// Titles before names; a capital has to tell the name from another word unless they are among ``spokenTitles``.
    static let titles = words(
        """
        officer deputy principal coach sergeant lieutenant captain chief sheriff detective corporal counselor counsellor nurse
        superintendent dean director professor doctor mister madam pastor father sister brother aunt uncle auntie grandma grandpa
        teacher librarian custodian janitor secretary judge trooper agent marshal constable inspector sro senor senora senorita
        maestro maestra president vice assistant advisor substitute sub
        """)
    static func isTitle(_ word: String) -> Bool { titles.contains(word) || shortTitles.contains(word) }

    static let particles = words("de la del da das do dos di du van von der den ter bin ibn al el le st san santa y")
    /// A point after them is no end of a sentence.
    static let abbreviations = shortTitles.union(words("vs st jr etc eg ie approx dept mt ft"))

    /// What follows a name at the beginning of a sentence.
    static let personVerbs = words(
        """
        is was has had hit hits said says told tells did does got gets punched punches pushed pushes kicked kicks slapped yelled
        yells screamed screams helped helps took takes made makes came comes went goes gave gives ran fights fought bullies
        bullied sells sold brought brings carries keeps kept talks talked threatened threatens stole steals cut cuts called calls
        touched touches likes hates jumped started starts choked tackled arrested hugged
        """)
    /// Endings of words that are no names.
    static let nounEndings = ["ing", "tion", "sion", "ment", "ness", "ity", "ship", "ism", "ance", "ence", "ly"]

    // MARK: Roles

    static let determiners = words("the our my your his her their this that one its both whose")
    static let indefinite = words("a an any every each no another more some which what either neither other")
    static let roles = words(
        """
        principal sro officer deputy nurse counselor counsellor superintendent coach custodian janitor secretary librarian dean
        chief sheriff cop guard policeman policewoman psychologist receptionist teacher director sergeant lieutenant captain
        detective advisor tutor aide substitute monitor interpreter therapist registrar coordinator trooper marshal constable
        ap vp headmaster headmistress athletic-trainer trainer bookkeeper paraprofessional liaison
        """)
    /// Roles only where something describes them.
    static let describedRoles = words("worker lady driver man woman person clerk manager specialist assistant guy")
    /// Roles that are masked without "the" too, since a school has one or few.
    static let soleRoles = words(
        """
        principal sro deputy nurse superintendent officer sheriff dean janitor custodian librarian coach counselor counsellor
        secretary receptionist psychologist registrar headmaster headmistress
        """)
    static let roleModifiers = words(
        """
        school resource police security vice assistant associate head athletic bus social crossing new old male female black
        white brown tall short young other only math maths science english spanish french history gym pe art music band choir
        orchestra football basketball soccer baseball softball volleyball track wrestling lunch front desk main office current
        former first second third fourth fifth sixth seventh eighth ninth tenth grade guidance mental health campus district
        county city town state deputy interim acting special education ed computer reading speech attendance drama theater
        kindergarten homeroom substitute student building night day morning nice mean kind rude friendly great good bad best
        worst favorite same hispanic latino latina asian lead chief cafeteria hall
        """)

    // MARK: Dates

    static let weekdays = words("monday tuesday wednesday thursday friday saturday sunday")
    static let shortWeekdays = words("mon tue tues wed weds thu thur thurs fri sat sun")
    static let months = words(
        "january february march april may june july august september october november december")
    static let shortMonths = words("jan feb mar apr jun jul aug sep sept oct nov dec")
    /// Months that are other words or names too.
    static let ambiguousMonths = words("march may april june august")

    // MARK: Numbers

    /// Words that make a number after them a name of something.
    static let numbered = words(
        "room rm bus locker badge unit car id no number num ext extension apt case student pin code bldg building period route box"
    )
    static let units = words("st nd rd th s x k h m min mins hr hrs hour hours ft am pm yr yrs")
}
