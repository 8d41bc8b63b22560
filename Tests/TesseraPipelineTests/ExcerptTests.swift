import Testing

@testable import TesseraPipeline

@Suite struct ExcerptTests {
    /// Edits that are far from each other are told one by one, those that are near together.
    @Test func tellsEachEdit() {
        let old = "The bureau traced 613 guns in 2006 for the police of many states, and paid for courses in Lima."
        let new = "The bureau traced 705 guns in 2007 for the police of many states, and paid for courses in Quito."
        let edits = Excerpt.aroundEach(old, new)
        #expect(edits.map(\.old) == ["…bureau traced 613 guns in 2006 for the…", "…courses in Lima."])
        #expect(edits.map(\.new) == ["…bureau traced 705 guns in 2007 for the…", "…courses in Quito."])
    }

    @Test(arguments: [("one", "two"), ("", "new"), ("old", ""), ("a b", "a\u{A0}b"), ("“a”", "\"a\"")])
    func tellsOneEditAsBefore(old: String, new: String) {
        let edits = Excerpt.aroundEach(old, new)
        #expect(edits.count == 1)
        #expect(edits[0] == Excerpt.around(old, new))
    }
}
