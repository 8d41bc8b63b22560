import FileSystem
import TesseraModel
import TesseraReaders
import TestSupport
import Testing

@testable import TesseraPipeline

/// Whatever readers depend on gives another key.
@Suite struct ExtractKeyTests {
    private static let mapping = XMLMapping(roots: ["a"], tables: ["b"], rows: ["c"], cells: ["d"])

    private func key(
        _ name: String = "Input/a.txt",
        sha256: String = "00",
        layout: String? = nil,
        limits: ReadingLimits = .standard,
        mappings: [XMLMapping] = [mapping],
        programs: String = "a program"
    ) -> ExtractKey {
        ExtractKeys(limits: limits, mappings: mappings, programs: programs).key(
            of: name,
            sha256: sha256,
            layout: layout
        )
    }

    @Test func allThatIsReadByCounts() {
        var keys = [
            key(), key("Input/b.txt"), key(sha256: "01"), key(layout: "wiki"), key(layout: ""), key(mappings: []),
            key(mappings: [Self.mapping, Self.mapping]), key(programs: "another"),
        ]
        for limit in ReadingLimits.Name.allCases {
            var limits = ReadingLimits.standard
            limits[limit] -= 1
            keys.append(key(limits: limits))
        }
        expectDifferent(keys)
        #expect(key() == key())
    }

    private static let edits: [(String, @Sendable (inout XMLMapping) -> Void)] = [
        ("roots", { $0.roots = ["a", "x"] }), ("namespace", { $0.namespace = "" }), ("tables", { $0.tables = ["x"] }),
        ("rows", { $0.rows = ["x"] }), ("headerRows", { $0.headerRows = ["x"] }), ("cells", { $0.cells = ["x"] }),
        ("headings", { $0.headings = ["x"] }), ("paragraphs", { $0.paragraphs = ["x"] }),
        ("lineBreaks", { $0.lineBreaks = ["x"] }),
        ("link", { $0.link = XMLMapping.Link(elements: ["x"], target: "y") }),
        ("link", { $0.link = XMLMapping.Link(elements: ["y"], target: "x") }),
        ("link", { $0.link = XMLMapping.Link(elements: [], target: "x") }),
        ("rowSpan", { $0.rowSpan = "x" }), ("columnSpan", { $0.columnSpan = "x" }), ("ignored", { $0.ignored = ["x"] }),
    ]

    /// A member that is new must be in the key, and here.
    @Test func everyMemberOfAMappingCounts() {
        #expect(Set(Mirror(reflecting: Self.mapping).children.compactMap(\.label)) == Set(Self.edits.map(\.0)))
        let link = XMLMapping.Link(elements: [], target: "")
        #expect(Mirror(reflecting: link).children.compactMap(\.label) == ["elements", "target"])
        expectDifferent(
            [key()]
                + Self.edits.map { _, edit in
                    var mapping = Self.mapping
                    edit(&mapping)
                    return key(mappings: [mapping])
                }
        )
    }

    @Test func anotherInstallationOfAProgramIsNoticed() throws {
        try withTemporaryFolder { folder in
            for name in ["first", "second"] { try FileSystem.createDirectory("\(folder)/\(name)") }
            let path = "\(folder)/first:\(folder)/second:\(folder)/none"
            var stamps = [ProgramStamp.of("reader", on: path)]
            #expect(stamps == [""])
            try FileSystem.write([1], to: "\(folder)/second/reader")
            stamps.append(ProgramStamp.of("reader", on: path))
            #expect(ProgramStamp.of("reader", on: path) == stamps.last)
            try FileSystem.write([1, 2], to: "\(folder)/second/reader")
            stamps.append(ProgramStamp.of("reader", on: path))
            try FileSystem.write([1], to: "\(folder)/first/reader")
            stamps.append(ProgramStamp.of("reader", on: path))
            #expect(Set(stamps).count == stamps.count)
        }
    }

    @Test func noBorderIsLost() {
        expectDifferent([
            key("ab", layout: "c"), key("a", layout: "bc"), key("abc", layout: nil), key("abc", layout: ""),
        ])
        var one = Self.mapping
        var other = Self.mapping
        one.tables = ["ab"]
        other.tables = ["a", "b"]
        expectDifferent([key(mappings: [one]), key(mappings: [other])])
    }

    private func expectDifferent(_ keys: [ExtractKey]) {
        let paths = keys.map { "\($0.folder)/\($0.name)" }
        #expect(Set(paths).count == paths.count)
    }
}
