import TesseraModel

/// Reads an acronym list in which a key stands on a line and its expansion on the next, with or without blank lines
/// between them; an expansion may wrap.
enum GlossaryParser {
    static func parse(_ paragraphs: [Paragraph], log: inout DiagnosticLog) -> [GlossaryEntry] {
        var entries: [GlossaryEntry] = []
        for paragraph in paragraphs {
            let passage = Passage(paragraph)
            if isKey(paragraph.text) || entries.isEmpty {
                entries.append(GlossaryEntry(key: passage, expansion: nil))
            } else if let expansion = entries[entries.count - 1].expansion {
                entries[entries.count - 1].expansion = expansion.joined(with: passage)
            } else {
                entries[entries.count - 1].expansion = passage
            }
        }
        report(entries, log: &log)
        return entries
    }

    /// Whether a line looks like an acronym: one to three short words, mostly capitals.
    static func isKey(_ line: String) -> Bool {
        let words = line.split(whereSeparator: \.isWhitespace)
        guard (1...3).contains(words.count), line.utf8.count <= 24 else { return false }
        let letters = line.filter(\.isLetter)
        let capitals = letters.count(where: \.isUppercase)
        return capitals >= 2 && capitals * 2 > letters.count
            && words.allSatisfy { $0.first?.isUppercase == true || $0.first?.isNumber == true }
    }

    private static func report(_ entries: [GlossaryEntry], log: inout DiagnosticLog) {
        let bare = entries.filter { $0.expansion == nil }
        guard !bare.isEmpty else { return }
        if bare.count == entries.count {
            log.append(.glossaryWithoutExpansions(entries))
        } else {
            for entry in bare { log.append(.entryWithoutExpansion(entry)) }
        }
    }
}

extension Diagnostic {
    fileprivate static func glossaryWithoutExpansions(_ entries: [GlossaryEntry]) -> Diagnostic {
        Diagnostic(
            "glossary-without-expansions",
            .error,
            "none of the \(entries.count) entries of the acronym list has an expansion",
            at: entries.first?.key.place,
            suggestion:
                "check that the conversion kept the lines below the acronyms, or that 'glossary: heading:' names the list"
        )
    }

    fileprivate static func entryWithoutExpansion(_ entry: GlossaryEntry) -> Diagnostic {
        Diagnostic(
            "glossary-entry-without-expansion",
            .warning,
            "the acronym list gives no expansion for '\(entry.key.text)'",
            at: entry.key.place,
            suggestion: "compare the list with the original document"
        )
    }
}
