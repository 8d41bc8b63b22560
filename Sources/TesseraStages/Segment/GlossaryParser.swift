import TesseraModel

/// Reads an acronym list.
///
/// A key stands on a line and its expansion on the next, with or without blank lines between them, or both on one line
/// with a dash, a colon or a wide gap between them. An expansion may wrap.
enum GlossaryParser {
    /// Reads the list into the report.
    static func parse(_ paragraphs: [Paragraph], into report: inout Report, log: inout DiagnosticLog) {
        var drafts: [(key: Passage, expansion: [Passage])] = []
        for paragraph in paragraphs {
            let passage = Passage(paragraph)
            if isKey(paragraph.text) {
                drafts.append((passage, []))
            } else if let line = EntryLine(paragraph.text) {
                report.discarded.append(Discarded(Passage(paragraph, line.separator), reason: .separator))
                let expansion = Passage(paragraph, line.separator.upperBound..<paragraph.text.utf8.count)
                drafts.append((Passage(paragraph, 0..<line.separator.lowerBound), [expansion]))
            } else if drafts.isEmpty {
                report.backMatter.append(Matter(passage))
            } else {
                drafts[drafts.count - 1].expansion.append(passage)
            }
        }
        report.glossary = drafts.map { key, lines in
            GlossaryEntry(key: key, expansion: lines.isEmpty ? nil : Passage(joining: lines))
        }
        describe(report.glossary, log: &log)
    }

    /// The longest line that can be a key, in bytes.
    private static let longestKey = 24

    /// A line that holds a key and its expansion.
    private struct EntryLine {
        private static let separators = [": ", " – ", " — ", " - ", " = ", "\t", "  "].map { Array($0.utf8) }

        /// UTF-8 bytes of what parts the two.
        var separator: Range<Int>

        init?(_ line: String) {
            // Only the beginning is looked at: behind a longer piece of text, no separator parts a key from anything.
            let head = Array(line.utf8.prefix(longestKey + 5))
            for start in head.indices.dropFirst().prefix(longestKey) {
                guard let found = Self.separators.first(where: { head[start...].starts(with: $0) }) else { continue }
                separator = start..<start + found.count
                let rest = line.utf8Slice(separator.upperBound..<line.utf8.count)
                guard isKey(String(line.utf8Slice(0..<start))), rest.contains(where: \.isLetter) else { return nil }
                return
            }
            return nil
        }
    }

    /// Whether a line looks like an acronym: one to three short words, mostly capitals.
    static func isKey(_ line: String) -> Bool {
        guard line.utf8.count <= longestKey else { return false }
        let words = line.split(whereSeparator: \.isWhitespace)
        guard (1...3).contains(words.count) else { return false }
        let letters = line.filter(\.isLetter)
        let capitals = letters.count(where: \.isUppercase)
        // `G8` has one capital, and a digit for the rest.
        guard capitals >= 2 || (capitals == 1 && letters.count == 1 && line.contains(where: \.isNumber)) else {
            return false
        }
        return capitals * 2 > letters.count
            && words.allSatisfy { $0.first?.isUppercase == true || $0.first?.isNumber == true }
    }

    private static func describe(_ entries: [GlossaryEntry], log: inout DiagnosticLog) {
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
