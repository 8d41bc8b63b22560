/// A made-up edition of 2008 of the report of 2007, with the kinds of change that editions bring.
enum Edition2008 {
    /// A change of the text, and what it comes to.
    struct Edit {
        let old: String
        let new: String
        /// As ``TesseraVersions/Change/outline`` tells it.
        let changes: [String]

        init(_ old: String, _ new: String, _ changes: String...) {
            self.old = old
            self.new = new
            self.changes = changes
        }
    }

    /// Every edition has a date of its own.
    static let date = Edit("July 17, 2007", "July 15, 2008", "number-updated matter [17|15][2007|2008]")

    static let edits = [
        // A row that was not there.
        Edit(
            "\tSection II, para 6\n",
            """
            \tSection II, para 5

            Establish a national coordination body
            \tThe Secretary of State chairs a standing committee of seven agencies, which met four times in 2008.
            \tN/A
            \tN/A

            \tSection II, para 6

            """,
            "added row II.5"
        ),
        // `N/A` becomes text, and text becomes `N/A`.
        Edit(
            "through its National Tracing Center (NTC).\n\tN/A\n",
            "through its National Tracing Center (NTC).\n\tDOS paid for a study of such agencies in nine countries.\n",
            "n/a-to-text cell II.4/assistance"
        ),
        Edit(
            "\tThe United States is supportive of efforts in Wassenaar to get states to enact or strengthen re-export controls.\n",
            "\tN/A\n",
            "text-to-n/a cell II.13/regional-activity"
        ),
        // A paragraph moves from one column to another, and leaves the first.
        Edit(
            """
            \tThrough diplomatic channels, the United States regularly works with foreign governments to identify and prevent \
            illicit and/or potentially destabilizing transfers of arms.

            """,
            "",
            "moved text II.6/assistance → II.6/laws"
        ),
        Edit(
            "operated by the Federal Bureau of Investigation (FBI).\n",
            """
            operated by the Federal Bureau of Investigation (FBI).

            Through diplomatic channels, the United States regularly works with foreign governments to identify and prevent \
            illicit and/or potentially destabilizing transfers of arms.
            \t
            """
        ),
        // Figures and dates.
        Edit(
            "U.S. export control assistance for over 48 countries",
            "U.S. export control assistance for over 55 countries",
            "number-updated text II.11/assistance [48|55]"
        ),
        Edit(
            "between January 1994 and December 2004, over 150,000 such traces",
            "between January 1994 and December 2006, over 185,000 such traces",
            "number-updated text III.10+III.11/assistance [2004|2006][150,000|185,000]"
        ),
        // Another officer at the same desk.
        Edit("Ms. Stephanie Pico", "Mr. John Miller", "reworded text II.24/laws [Ms|Mr][Stephanie Pico|John Miller]"),
        Edit(
            "E-Mail: PicoSL@state.gov\nTelephone: 202-663-0100",
            "E-Mail: MillerJ@state.gov\nTelephone: 202-663-0149",
            "contact-changed text II.24/laws [PicoSL@state.gov|MillerJ@state.gov]",
            "contact-changed text II.24/laws [0100|0149]"
        ),
        Edit("www.atf.treas.gov", "www.atf.gov", "link-changed text II.23/laws [www.atf.treas.gov|www.atf.gov]"),
        Edit(
            "http://www.state.gov/g/inl/",
            "http://www.state.gov/j/inl/",
            "link-changed resource [http://www.state.gov/g/inl/|http://www.state.gov/j/inl/]"
        ),
        // Slips of the pen.
        Edit("Regulations (IATR)", "Regulations (ITAR)", "acronym-changed text II.2+II.3/laws [IATR|ITAR]"),
        Edit("small arms’ serial numbers", "small arms serial numbers", "typo-fixed text II.17+II.29/laws [’|]"),
        // Other words.
        Edit(
            "must be registered with the Department of State",
            "must register with the Department of State before they do so",
            "reworded text II.2+II.3/laws [be registered|register][|before they do so]"
        ),
        Edit(
            "meetings leading up to and including the 2006 Review Conference. The U.S. participated",
            "meetings leading up to and including the 2006 Review Conference, and participated",
            "reworded text IV.2/regional-activity [. The U.S.|, and]"
        ),
        Edit(
            "  USAID programs also seek to address links between development and SA/LW proliferation.",
            "",
            "removed text III.17/laws"
        ),
        // Numbers.
        Edit(
            "Reference previous comment on Section II, para 17, 29.",
            "Reference previous comment on Section II, para 17, 30.",
            "renumbered text III.8/assistance [29|30]"
        ),
        Edit("\tSection IV, para 1\n", "\tSection IV, para 2\n", "renumbered row IV.1 → IV.2"),
        Edit(
            "Provide voluntary reports to UN DDA on progress",
            "Provide yearly reports to UN DDA on progress",
            "reworded title II.33 [voluntary|yearly]"
        ),
        // Lists.
        Edit(
            "Drug Enforcement Agency\n",
            "Drug Enforcement Administration\n",
            "acronym-changed acronym [Agency|Administration]"
        ),
        Edit("\nEXBS\n", "\nEUC\n\nEnd-Use Certificate\n\nEXBS\n", "added acronym"),
    ]
}
