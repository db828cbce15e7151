/// Names that are common in the United States, so that they are masked at the beginning of a sentence and in lower case.
///
/// A choice from the first names and surnames that the Social Security Administration and the Census Bureau count most often.
enum CommonNames {
    /// Names that are no other words.
    static let plain = Vocabulary.words(
        """
        aaliyah aaron abigail adam adams adrian aguilar aidan aiden alan alejandra alejandro alex alexa alexander
        alexandra alexis alfredo alice alicia allison alvarez alyssa amanda amelia amir amy ana anderson andre andrea
        andres andrew andy angela angelica angelina anita anna anne annie anthony antonio ariana arianna arturo ashley
        ashton austin ava avery bailey barbara barnes becky ben benjamin bennett beth betty beverly bobby bradley
        brandon brandy brenda brendan brian brianna brittany brody brooks bruce bryan bryant bryce caleb cameron
        camila campbell carl carla carlos carmen carol caroline carolyn carrie carter castillo castro catherine cathy
        cecilia cesar charlene charles charlie charlotte chavez chelsea cheryl chloe chris christina christine
        christopher cindy claire clara clark coleman colin collins colton connor corey courtney craig cristian cruz
        crystal curtis cynthia daisy dakota damian damien dan dana daniel daniela danielle danny darius darnell darren
        david davis deandre deborah debra denise dennis deshawn destiny devin devon diana diane diaz diego dominic
        donald donna dorothy douglas dustin dylan eddie eduardo edward edwards edwin elena eli elias elijah elizabeth
        ella ellen ellie emily emma emmanuel enrique eric erica erik erika erin espinoza esther ethan eugene eva evan
        evans evelyn fatima felicia felipe fernanda fernandez fernando flores francisco gabriel gabriela gabriella
        garcia gary gavin genesis george gerald gianna gibson gloria gomez gonzales gonzalez gonzalo greg gregory
        griffin guadalupe guerrero guillermo gutierrez guzman hailey haley hamilton hannah harold harris harrison
        heather hector heidi helen henderson henry hernandez herrera holly hughes hugo ian imani isaac isabel isabella
        isabelle isaiah ivan jackson jacob jacqueline jada jaden jake jalen jamal james jamie jane janet janice jared
        jasmine jason javier jay jayden jayla jeff jeffrey jenkins jenna jennifer jenny jeremiah jeremy jerome jerry
        jesse jessica jesus jill jim jimenez jimmy joan joanna joe joel john johnny johnson jon jonathan jones jordan
        jorge jose joseph josephine joshua josiah josue juan juana juanita judith judy julia julian juliana julie
        julio justin kaitlyn karen karina karla kate katelyn katherine kathleen kathryn kathy katie kayla keith kelly
        kelsey kennedy kenneth kenny kevin khalil kiara kim kimberly kowalski kristen kristin kristina kyle lamar
        larry latoya laura lauren lawrence leah leo leon leonardo leslie levi lewis liam linda lindsay lisa logan
        lopez lori louis lucas lucia luis luke lydia mackenzie madeline madison makayla malik manuel marco marcos
        marcus margaret maria mariah mariana marie marilyn mario marisol marissa marquis marshall martha martin
        martinez mary mateo matt matthew maureen maya mcdonald medina megan melanie melissa mendez mendoza mia michael
        michelle miguel mike mitchell mohamed mohammed molly monica monique morales moreno morgan morris muhammad
        muhammed munoz murphy myers naomi natalia natalie natasha nathan nathaniel nelson nevaeh nguyen nicholas nick
        nicolas nicole nikki noah nora norma novak olivia omar ortega ortiz oscar owen pablo paige pamela patel
        patricia patrick patterson paul paula pedro peggy perez perkins perry peter peterson peyton philip phillip
        phillips powell priscilla rachel rafael ralph ramirez ramon ramos randy raul rebecca rene reyes reynolds
        ricardo richard richardson ricky riley rivera robert roberto roberts robin robinson rodrigo rodriguez roger
        rogers rojas romero ronald ronnie rosa rosemary roy ruiz russell ruth ryan sabrina salvador sam samantha
        samuel sanchez sanders sandra santiago santos sara sarah savannah schmidt schneider scott sean sebastian
        selena serena sergio seth shane shannon sharon shaun shawn sheila shelby shirley sierra simmons singh smith
        sofia sonia sophia sophie stacey stacy stella stephanie stephen steve steven stewart sullivan susan suzanne
        sydney sylvia tamara tammy tanya tara taylor teresa terrance terrell terry theresa thomas thompson tiffany tim
        timothy tina todd tom tommy tony tonya torres tracy tran travis trevon trevor tristan tyler tyrone valentina
        valeria valerie vanessa vargas vasquez vazquez velasquez veronica victor victoria vincent virginia vivian
        walter washington watson wendy wesley william williams willie wilson wright xavier ximena yesenia yolanda zach
        zachary zoe zoey
        """)

    /// Names that are other words too, masked where they are capitalized.
    static let alsoWords = Vocabulary.words(
        """
        angel april august autumn baker ball banks bell bill bishop bob brook burns butler chance chase christian cook
        cooper cox dawn dean dick drew duke earl ernest faith field fisher ford forest foster fox frank gene gill glen
        grace grant gray green guy harmony harry heaven hill holiday hunter iris ivy jack jean jewel joy june justice
        kay king lane law lee lily lynn mark max melody mercy miles miller moore nova olive parker pat pearl pierce
        pope price prince ray reed rice river rob rock rod rose ross rowan ruby rusty sage shepherd sherry skip sky
        skye snow sterling stone sue summer sunny tanner tucker turner wade walker ward warren wayne weaver webb wells
        west wood woods
        """)

    /// Whether a word in lower case is rather a word than a name.
    static func isWord(_ word: String) -> Bool {
        Vocabulary.ordinary.contains(word) || alsoWords.contains(word) || everyday.contains(word)
    }

    /// Names, and words after a role, that begin too many sentences to be masked there.
    private static let everyday = Vocabulary.words(
        """
        case day hope major may page patience rich will mark pace care both who presence program comes goes came went got took
        made told said saw knew gave let left should could would might shall to at on in by with from than when where if being
        seen here there now then once us me them him her it
        """)
}
