import FileSystem
import TesseraPipeline
import TestSupport
import Testing

/// Which files of a folder, or of a command line, are the parts of one report.
@Suite struct PartDiscoveryTests {
    /// Files, and the sources that they are; nil for each by itself.
    static let cases: [([String], [String]?)] = [
        (["a_p1.txt", "a_p2.txt", "b.txt"], ["a.txt = 1:a_p1.txt 2:a_p2.txt", "b.txt"]),
        (["a-p1.html", "a-p2.html"], ["a.html = 1:a-p1.html 2:a-p2.html"]),
        (["a_part1.docx", "a_part2.docx"], ["a.docx = 1:a_part1.docx 2:a_part2.docx"]),
        (["a-Page1.txt", "a-page2.txt"], ["a.txt = 1:a-Page1.txt 2:a-page2.txt"]),
        // In the order of their numbers, not of their letters.
        (["a_p1.txt", "a_p10.txt", "a_p2.txt"], ["a.txt = 1:a_p1.txt 2:a_p2.txt 10:a_p10.txt"]),
        (["a.html?page=2", "a.html"], ["a.html = 1:a.html 2:a.html?page=2"]),
        (["a?page=1.html", "a?page=2.html"], ["a.html = 1:a?page=1.html 2:a?page=2.html"]),
        // The pages of some sites count from 0, and the first of them goes without.
        (["a.html", "a.html?page=1", "a.html?page=2"], ["a.html = 0:a.html 1:a.html?page=1 2:a.html?page=2"]),
        (["a.html?page=0", "a.html?page=1"], ["a.html = 0:a.html?page=0 1:a.html?page=1"]),
        (["a?l=en&page=1.html", "a?l=en&page=2.html"], ["a?l=en.html = 1:a?l=en&page=1.html 2:a?l=en&page=2.html"]),
        // A first part without the mark; but not where a marked one has its number.
        (["a.txt", "a_p2.txt"], ["a.txt = 1:a.txt 2:a_p2.txt"]),
        (["a.txt", "a_p1.txt", "a_p2.txt"], ["a.txt", "a.txt = 1:a_p1.txt 2:a_p2.txt"]),
        // The parts of a report are marked in one way.
        (["a-p2.txt", "a_p1.txt"], ["a.txt = 2:a-p2.txt", "a_p1.txt"]),
        (["a_p1.html", "a_p2.txt"], ["a_p1.html", "a.txt = 2:a_p2.txt"]),
        // No marks: a word that ends in the letter, a number without one, a name that is nothing else.
        (["map1.txt", "map2.txt", "a_1.txt", "a_2.txt", "_p1.txt", "_p2.txt", "a-chap2.txt"], nil),
        (["a_p12345.txt", "a_p1.2.txt"], nil),
    ]

    /// The sources found, as `whole = part, part`.
    /// - Parameters:
    ///   - files: files to make, in the folder `Input`.
    ///   - inputs: what the command line names, in that folder; nil for the folder itself.
    private func sources(
        _ files: [String],
        inputs: [String]? = nil,
        lists: [PartList] = []
    ) throws -> (found: [String], skipped: [String]) {
        try withTemporaryFolder { folder in
            try FileSystem.createDirectory("\(folder)/Input")
            for file in files { try FileSystem.write(Array("text".utf8), to: "\(folder)/Input/\(file)") }
            let discovery = try SourceDiscovery(
                (inputs ?? [""]).map { "\(folder)/Input/\($0)" },
                pipelineFolder: "\(folder)/Pipelines",
                parts: lists
            )
            for part in discovery.sources.flatMap(\.parts) { #expect(part.file.hasSuffix(part.name)) }
            let found = discovery.sources.map { source in
                ([source.name] + (source.parts.isEmpty ? [] : ["="]) + source.parts.map { "\($0.number):\($0.name)" })
                    .joined(separator: " ").replacing("Input/", with: "")
            }
            return (found, discovery.skipped.map(\.name))
        }
    }

    @Test(arguments: cases)
    func partsByName(files: [String], expected: [String]?) throws {
        #expect(try sources(files).found == expected ?? files.sorted())
    }

    @Test func aSinglePartThatIsNamedIsMeantByItself() throws {
        let files = ["a_p1.txt", "a_p2.txt", "a_p3.txt"]
        #expect(try sources(files, inputs: ["a_p2.txt"]).found == ["a_p2.txt"])
        #expect(try sources(files, inputs: ["a_p3.txt", "a_p2.txt"]).found == ["a.txt = 2:a_p2.txt 3:a_p3.txt"])
        #expect(try sources(files, inputs: ["a_p2.txt", ""]).found.count == 1)
        #expect(try sources(["a_p2.txt"]).found == ["a.txt = 2:a_p2.txt"])
        #expect(try sources(["a_p1.txt"]).found == ["a_p1.txt"])
    }

    @Test func whatNoReaderTakesIsSkipped() throws {
        let result = try sources(["a.png?page=1", "a.png?page=2", "b_p1.exe", "c"])
        #expect(result.found.isEmpty && result.skipped.count == 4)
    }

    @Test func partsByList() throws {
        let list = PartList(name: "whole", files: ["Input/z.txt", "Input/a.html", "Input/b.data"])
        let whole = "whole = 1:z.txt 2:a.html 3:b.data"
        let files = ["a.html", "b.data", "c.txt", "z.txt"]
        #expect(try sources(files, lists: [list]).found == [whole, "c.txt"])
        #expect(try sources(files, inputs: ["a.html"], lists: [list]).found == ["a.html"])
        // A file that is not there is said to be missing when it is read.
        #expect(try sources(["a.html"], lists: [list]).found == [whole])
        #expect(try sources(["c.txt"], lists: [list]).found == ["c.txt"])
        // A list comes before names.
        let names = PartList(name: "whole", files: ["Input/a_p2.txt", "Input/a_p1.txt"])
        let found = try sources(["a_p1.txt", "a_p2.txt", "a_p3.txt"], lists: [names]).found
        #expect(found == ["whole = 1:a_p2.txt 2:a_p1.txt", "a.txt = 3:a_p3.txt"])
    }
}
