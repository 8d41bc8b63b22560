import Testing

/// Words that look like entities and are none.
extension EntityTests {
    @Test(arguments: [
        "They may 5, at most, attend.", "They march 20 miles.", "a turkey is a bird", "Atlanta, Georgia",
        "Michael Jordan", "Mr. Jordan said", "Jordan Smith spoke", "New Mexico", "Mexico City", "the Gulf of Guinea",
        "Northern Ireland", "one of the", "one workshop", "one another", "call 202-663-0100",
        "Telephone: 202 663 0100 lines",
        "Section 38 provides", "paragraph 7 states", "Room 6100", "24/7 services", ".50 caliber rifles", "9 mm pistols",
        "9mm rounds", "1/16th inch", "0.003 inch", "56/24V", "S/RES/1540 (2004)", "OAS Resolutions 1888 (2002)",
        "the Gun Control Act of 1968", "22 U.S.C. 2778", "Form 4473", "http://www.un.org/2004/kenya",
        "a one-week course",
        "SA-3", "2121 Virginia Ave", "D.C. 20520", "7/8/2005", "the 5-year plans", "1) maintain controls",
        "2) ban transfers", "item 12 papers", "No. 5 rules", "the second session", "us and them", "who said so",
        "it was no. 1 in", "version 2.0 files", "12:30 meetings", "Category I", "in may", "half of the states",
        "page 3",
        "the French initiative", "German experts", "an Indian ocean liner", "10 kilometers", "three of them", "FY",
        "Q5 2006",
        "February 30, 2001", "Phase 2 projects", "points 3 and 4", "A/60/88", "the american states", "5 of the states",
        "COM(2006) 779", "Executive Order 11958", "$", "USD", "$ amounts", "pounds of 3", "at COP 9 itself",
        "the TOP 10", "Crimean-Congo fever", "number 12 buses", "(i) 5",
        "2 score rifles", "several hundred otters", "several dozen otters", "a few dozen otters",
        "two and a half million weapons", "31 June 2007", "31st of June 2007", "29 February 2007", "30-31 June 2007",
        "June 31, 2007", "the second half million rifles",
    ])
    func findsNothing(text: String) throws {
        #expect(try found(text) == [])
    }
}
