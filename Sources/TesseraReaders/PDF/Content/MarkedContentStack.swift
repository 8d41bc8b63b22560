/// The marked-content sequences that are open (ISO 32000-1, 14.6).
struct MarkedContentStack {
    struct Entry {
        /// The innermost sequence with an identifier.
        var content: PDFMarkedContent?
        var isArtifact = false
        /// What stands for all text of the outermost sequence that has it.
        var actualText: String?
        /// Whether `actualText` begins with this entry.
        var ownsActualText = false
        /// Whether `actualText` was delivered.
        var isDelivered = false
    }

    private var entries: [Entry] = []

    var count: Int { entries.count }
    var last: Entry? { entries.last }

    mutating func push(_ entry: Entry) { entries.append(entry) }

    mutating func pop() -> Entry? {
        guard let entry = entries.popLast() else { return nil }
        // Those within a sequence deliver its text for it.
        if entry.isDelivered, !entry.ownsActualText, let last = entries.indices.last {
            entries[last].isDelivered = true
        }
        return entry
    }

    /// The text that replaces what is shown next; nil for none, empty where it was delivered.
    mutating func takeActualText() -> String? {
        guard let last = entries.indices.last, let text = entries[last].actualText else { return nil }
        guard !entries[last].isDelivered else { return "" }
        entries[last].isDelivered = true
        return text
    }
}
