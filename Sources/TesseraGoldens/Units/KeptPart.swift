import TesseraModel

/// The notes in a dataset on its parts that a review has kept as they were.
///
/// A dataset that was accepted in part says that its source is the one that was reviewed. What does not come from it must
/// be told, or the dataset would state a source that does not hold its text.
enum KeptPart {
    /// The note on a unit.
    /// - Parameters:
    ///   - unit: the name of the unit.
    ///   - cell: its cell, as `cell_id` gives it; nil for what is none.
    ///   - source: checksum of the source that the part is from; nil where the source is the same.
    static func note(on unit: String, cell: String?, from source: String?) -> JSONObject {
        let diagnostic = Diagnostic(
            "kept-by-review",
            .warning,
            "'\(unit)' is as it was in an earlier version: its change was not accepted in a review"
                + (source.map { "; it is from the source with the SHA-256 \($0.prefix(12))…" } ?? "")
        )
        var note = diagnostic.json.object ?? [:]
        if let cell { note["cell"] = .string(cell) }
        return note
    }

    static func isNote(_ item: JSONObject, in list: String) -> Bool {
        list == "diagnostics" && item.text("id") == Diagnostic.keptByReview
    }
}
