extension Vocabulary {
    /// Words that are capitalized in comments on schools without being a name: beginnings of sentences, what is shouted,
    /// subjects, languages, groups of people, and words of schools.
    static let ordinary = words(
        """
        a about above absolutely actually add adding additionally administration administrators admin adhd adults after again
        ages ago all allow almost alone also although always am american americans an and another any anybody anyone anything
        apart are arabic around art arts as asian asians ask asking at attendance away back bad band basketball bathroom
        bathrooms be because been before behavior being below best better between big biology black both boys break breaks
        bring bullied bullies bully bullying bus buses but by cafeteria call cameras campus can cannot caring cell chemistry
        children chinese christian christmas class classes classroom classrooms clear clearly club come communication community
        continue cops could counselors counseling covid create culture dangerous day days definitely deputies did different
        discipline district do does doing done don't door doors down drills drug drugs during each early easter education eighth
        either elementary else emergency end english enough especially esl ell even ever every everybody everyone everything
        excellent except facebook fair families family far fast feel feeling few fewer fifth fight fighting fights finally fine
        first football for found fourth french freshman freshmen friday friendly friends from full further gangs get gets getting
        give given go goes going good google got grade grades great guns gym had hall halls hallway hallways happy harassment has
        have having he hello help helpful helping her here hers high him his hispanic hispanics history home homework honestly how
        however i id idk idea if iep important improve in indian indians instagram instead internet into involve is it its job
        jewish junior juniors just keep kids kind know lack language last later latino latinos latina latin learn learning least
        less let lgbt lgbtq library like listen literally little lockdown lockdowns lol long look lots love lunch made make makes
        making man many math maybe me mean meetings mental mexican mexicans middle more morning most mostly much music muslim must
        my myself n/a na native need needs negative neither never new next nice ninth no nobody none nope not nothing now nurses
        of off office officers offer often ok okay old omg on once one only open or other others our ours out outside over overall
        own parent parents parking part pay pe people perhaps phone phones physical place plan please point police policies policy
        positive possibly pretty prevent problem problems program programs provide public pto pta quick quickly quiet race racism
        racist rather reading real really reduce relationships remove resource respect restorative restroom restrooms right rude
        rules safe safer safety same saturday say says school schools science second secondly security see senior seniors serious
        seriously seventh several sexual she should shut since sixth smoking snapchat so soccer social some somebody someone
        something sometimes soon sophomore sophomores spanish special sports sro sros staff stairs start state states still stop
        stopped strict student students stuff such suggestion summer superintendents sure swat table take talk teach teacher
        teachers teaching tell tenth than thank thanks that the their them then there therefore these they thing things think
        third this those though threats through thus tiktok time times to today together tomorrow too training treat truly trust
        try tv twice twitter two under unfair unfortunately unless until up us usa use used usually vape vapes vaping very visible
        visit vs walk want wants was watch we weapons week weekly welcome well were what whatever when whenever where whether
        which while white who whole whom whose why wish with within without woman women wonderful words work working works would
        wow wrong yeah year years yelling yes yesterday yet you young your yours youth youtube zero
        """)
}
