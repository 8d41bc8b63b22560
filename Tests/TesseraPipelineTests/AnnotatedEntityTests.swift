import FileSystem
import TesseraModel
import TesseraPipeline
import Testing

/// How well the entities of the real report are found, against an annotation by hand: `Annotated/entities.tsv`.
@Suite struct AnnotatedEntityTests {
    /// Equal if kind, place and value are.
    private struct Mark: Hashable {
        var kind: String
        var cell: String
        var start: Int
        var end: Int
        var value: String
    }

    /// The annotation: the cells, and what stands in them.
    private func annotated(_ report: Report) throws -> (cells: Set<String>, marks: Set<Mark>) {
        let file = "\(Project.root)/Tests/TesseraPipelineTests/Annotated/entities.tsv"
        let lines = String(decoding: try FileSystem.contents(of: file), as: UTF8.self).split(separator: "\n")
        let texts = Dictionary(report.cells.map { ($0.address.description, $0.text) }) { first, _ in first }
        var cells: Set<String> = []
        var marks: Set<Mark> = []
        var cell = ""
        var rest = ""[...]
        for line in lines where !line.hasPrefix("#") {
            if line.hasPrefix("[") {
                cell = String(line.dropFirst().dropLast())
                cells.insert(cell)
                rest = try #require(texts[cell])[...]
                continue
            }
            let fields = line.split(separator: "\t").map(String.init)
            try #require(fields.count == 3)
            let place = try #require(rest.firstRange(of: fields[1]), "\(cell) has no '\(fields[1])' there")
            let start = rest.base.utf8.distance(from: rest.base.startIndex, to: place.lowerBound)
            marks.insert(
                Mark(kind: fields[0], cell: cell, start: start, end: start + fields[1].utf8.count, value: fields[2])
            )
            rest = rest[place.upperBound...]
        }
        return (cells, marks)
    }

    @Test(arguments: Entity.Kind.allCases)
    func areFoundPrecisely(kind: Entity.Kind) throws {
        let report = try Project.report()
        let (cells, marks) = try annotated(report)
        #expect(cells.count >= 25)
        let wanted = marks.filter { $0.kind == kind.rawValue }
        let found = Set(
            report.entities.filter { $0.kind == kind && cells.contains($0.cell.description) }.map { entity in
                Mark(
                    kind: kind.rawValue,
                    cell: entity.cell.description,
                    start: entity.range.lowerBound,
                    end: entity.range.upperBound,
                    value: entity.value
                )
            }
        )
        try #require(!wanted.isEmpty && !found.isEmpty)
        let right = wanted.intersection(found).count
        let precision = Double(right) / Double(found.count)
        let recall = Double(right) / Double(wanted.count)
        print("\(kind.rawValue): \(wanted.count) annotated, \(found.count) found, \(right) right;", terminator: " ")
        print("precision \(percent(right, of: found.count)) %, recall \(percent(right, of: wanted.count)) %")
        #expect(precision >= 0.98, "not annotated: \(found.subtracting(wanted))")
        #expect(recall >= 0.95, "not found: \(wanted.subtracting(found))")
    }

    /// In percent, with one place.
    private func percent(_ part: Int, of whole: Int) -> String {
        "\(part * 1000 / whole / 10).\(part * 1000 / whole % 10)"
    }
}
