import TesseraModel

/// Values that stand in several of the program's files.
extension JSONCursor {
    /// A source file, as ``TesseraModel/Origin/shape`` writes it.
    func origin() throws(JSONDecodingFailure) -> Origin {
        Origin(
            path: try string("path"),
            mediaType: try string("media_type"),
            sha256: try string("sha256"),
            bytes: try integer("bytes"),
            parts: try optionalItems("parts") { part throws(JSONDecodingFailure) in try part.origin() }
        )
    }

    /// What there is to say, as ``TesseraModel/Diagnostic/shape`` writes it.
    func diagnostic() throws(JSONDecodingFailure) -> Diagnostic {
        let cell = try optionalString("cell").map { id in
            let slash = id.lastIndex(of: "/") ?? id.endIndex
            return CellAddress(row: String(id[..<slash]), column: String(id[slash...].dropFirst()))
        }
        return Diagnostic(
            try string("id"),
            try word("severity"),
            try string("message"),
            at: try member("place")?.place(),
            cell: cell,
            notes: try has("notes") ? try strings("notes") : [],
            suggestion: try optionalString("suggestion")
        )
    }
}
