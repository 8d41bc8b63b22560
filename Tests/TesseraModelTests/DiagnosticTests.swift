import TesseraModel
import TestSupport
import Testing

/// How diagnostics read, for people and for programs.
@Suite struct DiagnosticTests {
    private let place = SourcePlace(line: 12, column: 3, "Laws")

    @Test func namesFilePlaceSeverityAndId() {
        let diagnostic = Diagnostic("unmatched-heading", .warning, "heading 'Laws' matches no column", at: place)
        #expect(
            diagnostic.description(path: "Input/a.txt")
                == "Input/a.txt:12:3: warning: heading 'Laws' matches no column [unmatched-heading]"
        )
    }

    @Test func namesThePartOfAContainer() {
        let node = Position.node(path: "/w:p[3]", line: 8)
        let place = SourcePlace(part: "word/document.xml", start: node, end: node)
        let diagnostic = Diagnostic("empty-row", .note, "a row without cells", at: place)
        #expect(
            diagnostic.description(path: "a.docx")
                == "a.docx:word/document.xml:/w:p[3]@8: note: a row without cells [empty-row]"
        )
    }

    /// Notes are for those who ask: the run report and the terminal's long form have them.
    @Test func putsAdviceOnTheSameLineAndLeavesNotesOut() {
        let diagnostic = Diagnostic(
            "no-matrix",
            .error,
            "no column heading was found",
            notes: ["wanted: 'Laws'", "wanted: 'Assistance'"],
            suggestion: "look at the document with 'tessera inspect'"
        )
        #expect(
            diagnostic.description(path: "a.txt")
                == "a.txt: error: no column heading was found; look at the document with 'tessera inspect' [no-matrix]"
        )
    }

    @Test func isTheSameValueAsJSON() {
        let full = Diagnostic(
            "empty-cell",
            .warning,
            "the cell is empty",
            at: place,
            cell: CellAddress(row: "II.7+II.8", column: "laws"),
            notes: ["a note"],
            suggestion: "look"
        )
        #expect(
            full.json
                == .object([
                    "id": "empty-cell", "severity": "warning", "message": "the cell is empty",
                    "place": .object(["part": "", "start": "12:3", "end": "12:7"]),
                    "cell": "II.7+II.8/laws", "notes": .array(["a note"]), "suggestion": "look",
                ])
        )
        let bare = Diagnostic("empty-document", .error, "the file holds no text")
        #expect(
            bare.json == .object(["id": "empty-document", "severity": "error", "message": "the file holds no text"])
        )
    }

    @Test func ordersSeveritiesByConsequence() {
        #expect(Diagnostic.Severity.allCases.sorted() == [.note, .warning, .error])
    }

    @Test func isLoggedInOrder() {
        var log = DiagnosticLog()
        for id in ["b", "a", "b"] { log.append(Diagnostic(id, .note, "again")) }
        #expect(log.diagnostics.map(\.id) == ["b", "a", "b"])
    }
}
