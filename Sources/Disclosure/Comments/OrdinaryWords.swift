extension Vocabulary {
    /// Words that are capitalized in comments on schools without being a name: beginnings of sentences, what is shouted,
    /// subjects, languages, groups of people, and words of schools.
    static let ordinary = words(
        """
        a about above absolutely actually add adding additionally adhd admin administration administrators adults
        after again ages ago all allow almost alone also although always am american americans an and another any
        anybody anyone anything apart arabic are around art arts as asian asians ask asking at atmosphere attendance
        attitude away back bad band basketball bathroom bathrooms be because been before behavior being bell below
        best better between big bike biology black board both bottom boys break breaks bring building bullied bullies
        bully bullying bus buses but by cafeteria call cameras campus can cannot caring cell chemistry children
        chinese christian christmas class classes classroom classrooms clear clearly club come communication community
        continue cops could counseling counselors covid create crime crowd culture curriculum dangerous day days
        definitely deputies did different discipline district do does doing don't done door doors down dress drills
        dropoff drug drugs during each early easter education educator eighth either elementary ell else emergency end
        english enough entrance entry equipment esl especially even ever every everybody everyone everything excellent
        except exit facebook fair families family far fast feedback feel feeling fence few fewer fifth fight fighting
        fights finally fine first fix food football for found fourth french freshman freshmen friday friendly friends
        from full further gangs gate get gets getting give given go goes going good google got grade grades great guns
        gym had hall halls hallway hallways happy harassment has have having he hello help helpful helping her here
        hers high him his hispanic hispanics history home homework honestly hour how however i id idea idk iep if
        important improve in indian indians instagram instead internet into involve is it its jewish job junior
        juniors just keep kids kind know lack language last later latin latina latino latinos learn learning least
        less let lgbt lgbtq library lighting like line listen literally little lockdown lockdowns locker lockers lol
        long look lots love lunch made make makes making man many math maybe me mean meetings mental metal mexican
        mexicans middle money mood more morning most mostly much music muslim must my myself n/a na native need needs
        negative neither never new next nice ninth no nobody noise none nope not nothing now nurses of off offer
        office officers often ok okay old omg on once one only open or other others our ours out outdoor outside over
        overall own parent parents parking part pay pe people perhaps period phone phones physical pickup place plan
        please point police policies policy positive possibly pretty prevent problem problems program programs provide
        pta pto public quick quickly quiet race racism racist rather reading real really reduce relationships remove
        resource respect response restorative restroom restrooms right rude rules safe safer safety same saturday say
        says school schools science second secondly security see senior seniors serious seriously seventh several
        sexual she should shut since sixth smoking snapchat so soccer social some somebody someone something sometimes
        soon sophomore sophomores spanish special sports sro sros staff stairs stairway stairwell start state states
        still stop stopped strict student students stuff such suggestion summer superintendents supervision sure
        survey swat table take talk teach teacher teachers teaching tell tenth than thank thanks that the their them
        then there therefore these they thing things think third this those though threats through thus tiktok time
        times to today together tomorrow too traffic training transportation treat truly trust try tv twice twitter
        two under unfair unfortunately unless until up us usa use used usually vape vapes vaping very video violence
        visible visit vs walk want wants was watch we weapons weather week weekly welcome well were what whatever when
        whenever where whether which while white who whole whom whose why wifi wish with within without woman women
        wonderful words work work-study working works would wow wrong yeah year years yelling yes yesterday yet you
        young your yours youth youtube zero
        """)
}
