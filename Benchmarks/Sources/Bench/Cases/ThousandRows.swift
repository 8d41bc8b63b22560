extension Case {
    /// A matrix of 1,000 rows, against other programs and against what reading it costs at least: as whole processes, and in
    /// processes that have read it before.
    static func thousandRows(_ format: String) -> Case {
        comparison("rows-\(format)", "read 1,000 rows of \(format)") { folder throws(BenchFailure) in
            let name = "matrix.\(format)"
            try makeDocuments([name], in: folder)
            let document = "\(folder)/\(name)"
            let part = ["docx": "word/document.xml", "odt": "content.xml"][format]
            let bytes = try size(of: part, in: document, folder)
            let parsing = try Contestant.floor(
                part == nil ? .htmlPush : .inflateAndPush,
                document,
                part: part,
                bytes: bytes
            )
            var contestants = [
                Contestant(
                    name: "tessera tables",
                    kind: .ours,
                    command: [".build/release/tessera", "tables", document],
                    bytes: bytes
                ),
                try .step("read", "Tessera, into a SourceDocument, warm", document, times: 11, bytes: bytes),
                try .emptyProgram(),
                try .floor(.read, document),
            ]
            if part != nil { try contestants.append(.floor(.inflate, document, part: part, bytes: bytes)) }
            contestants += [parsing, parsing.warmFloor(times: 11)]
            return contestants + (try Peers(folder: folder, format: format).contestants(document))
        } conclude: { section, _ in
            for row in section.rows where row.contestant.kind == .ours {
                section.concludeFloor(of: row, atMost: 1.5)
            }
            section.concludeBestPeer(of: section.rows[0], atLeast: 10)
        }
    }
}
