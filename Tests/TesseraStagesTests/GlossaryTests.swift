import TesseraModel
import TesseraStages
import TestSupport
import Testing

@Suite struct GlossaryTests {
    private func glossary(_ list: String) throws -> Segmented {
        try Segmented(Matrix.head + Matrix.row("Section II, para 2", "a", "b", "c") + "\n\nAcronyms\n\n" + list)
    }

    private func lines(_ report: Report) -> [String] {
        report.glossary.map { "\($0.key.text) = \($0.expansion?.text ?? "–")" }
    }

    @Test(arguments: [
        ("key, blank, expansion", "BFA\n\nBureau of Firearms\n\nCTC\n\nCentral Tracing Centre\n"),
        ("key, expansion", "BFA\nBureau of Firearms\n\nCTC\nCentral Tracing Centre\n"),
        ("without any blank line", "BFA\nBureau of Firearms\nCTC\nCentral Tracing Centre\n"),
        ("mixed", "BFA\n\nBureau of Firearms\nCTC\nCentral Tracing Centre\n"),
        ("blanks at the ends", "BFA \n\n Bureau of Firearms \nCTC\u{A0}\n\nCentral Tracing Centre\n"),
        ("wrapped", "BFA\nBureau of\nFirearms\n\nCTC\n\nCentral\n\nTracing\nCentre\n"),
    ])
    func readsBothLayouts(name: String, list: String) throws {
        let made = try glossary(list)
        #expect(lines(made.report) == ["BFA = Bureau of Firearms", "CTC = Central Tracing Centre"])
        #expect(made.ids == [])
    }

    @Test func joinsAWrappedExpansionAndRemembersBothLines() throws {
        let made = try glossary(
            "UN POA\nUnited Nations Programme of Action to Prevent the Illicit Trade in Light\nWeapons in All Its Aspects\n"
        )
        let entry = try #require(made.report.glossary.first)
        #expect(entry.key.text == "UN POA")
        #expect(
            entry.expansion?.text
                == "United Nations Programme of Action to Prevent the Illicit Trade in Light Weapons in All Its Aspects"
        )
        #expect(entry.expansion?.source.count == 2)
    }

    @Test(arguments: ["UN DDA", "MANPADS", "PfP", "SA/LW", "OAS-GA", "R&D", "ILEAs", "G8 EU", "U.S. DoD"])
    func takesAKeyOfAnyShape(key: String) throws {
        let made = try glossary("BFA\nBureau of Firearms\n\(key)\n\nSomething that the key means\n")
        #expect(lines(made.report).last == "\(key) = Something that the key means")
    }

    @Test(arguments: [
        "Customs Service", "of the Interior", "Weapons", "Regional Legal Advisers", "and Light Arms (SA)",
    ])
    func takesOrdinaryWordsForAnExpansion(line: String) throws {
        #expect(lines(try glossary("BFA\n\(line)\n").report) == ["BFA = \(line)"])
    }

    @Test func warnsOfAnEntryWithoutExpansion() throws {
        let head = Matrix.head + Matrix.row("Section II, para 2", "a", "b", "c")
        let marked = MarkedText(head + "Acronyms\nBFA\nBureau of Firearms\n 1️⃣CTC\nDEA\nDrug Agency\n")
        let made = try Segmented(marked.text)
        #expect(lines(made.report) == ["BFA = Bureau of Firearms", "CTC = –", "DEA = Drug Agency"])
        #expect(made.ids == ["glossary-entry-without-expansion"])
        let diagnostic = try #require(made.diagnostics.first)
        #expect(diagnostic.severity == .warning)
        #expect(diagnostic.message.contains("'CTC'"))
        #expect(diagnostic.place?.start.description == (try marked.place("1️⃣")))
    }

    @Test func refusesAGlossaryWithoutExpansions() throws {
        let head = Matrix.head + Matrix.row("Section II, para 2", "a", "b", "c")
        let marked = MarkedText(head + "Acronyms\n\n1️⃣BFA\nCTC\n\nDEA\n")
        let made = try Segmented(marked.text)
        #expect(made.ids == ["glossary-without-expansions"])
        let diagnostic = try #require(made.diagnostics.first)
        #expect(diagnostic.severity == .error)
        #expect(diagnostic.message.contains("3 entries"))
        #expect(diagnostic.place?.start.description == (try marked.place("1️⃣")))
    }

    @Test func saysNothingWhereThereIsNoGlossary() throws {
        #expect(try Segmented(Matrix.head + Matrix.row("Section II, para 2", "a", "b", "c")).report.glossary == [])
        #expect(try glossary("").report.glossary == [])
    }
}
