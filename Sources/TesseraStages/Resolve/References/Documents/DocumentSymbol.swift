import TesseraModel

/// Symbols that are written in one piece: `A/CONF.192/15`, `AG/RES. 2297 (XXXVII-O/07)`, `FSC.DEC/7/04`, `COM(2006) 779`.
///
/// A symbol begins with a name out of a table, which says whose it is; what follows has a shape, and at least one
/// number. United Nations symbols after ST/LIB/SER.B/5, "United Nations Document Series Symbols".
enum DocumentSymbol {
    /// The first elements of United Nations symbols.
    private static let series: Set<String> = [
        "A", "S", "E", "T", "ST", "TD", "DP", "CD", "CCPR", "CAT", "CEDAW", "CERD", "CRC", "CMW", "CRPD", "CED", "HRI",
        "UNEP", "NPT", "CCW", "BWC", "FCCC", "CBD", "HSP", "LC", "ISBA", "UNW", "CTOC", "CAC",
    ]
    /// What may stand behind a first element of one letter, other than a session or a year.
    private static let organs: Set<String> = [
        "RES", "DEC", "CONF", "AC", "C", "CN", "PV", "SR", "BUR", "PRST", "INF", "HRC", "WG", "L", "ES", "EMERG", "NGO",
        "ECE", "ECA", "ESCAP", "ECLAC", "ESCWA", "ICEF", "SPC", "STAT",
    ]
    private static let americanBodies: Set<String> = ["AG", "CP", "RC", "CIDI", "CEPCIDI", "CICTE", "CICAD", "CITEL"]
    private static let americanKinds: Set<String> = ["RES", "DEC", "DOC", "INF", "ACTA", "SA", "CSH", "CAJP", "CG"]
    private static let europeanBodies: Set<String> = ["FSC", "MC", "PC", "CIO", "SEC", "ODIHR", "EEF", "HCNM", "RFM"]
    private static let europeanKinds: Set<String> = [
        "DEC", "DOC", "DEL", "JOUR", "GAL", "DD", "INF", "FR", "EW", "TOR",
    ]
    private static let proposals: Set<String> = ["COM", "SEC", "SWD", "JOIN"]

    /// - Parameters:
    ///   - index: a word in capitals.
    ///   - text: the text.
    static func find(at index: Int, in text: TokenizedText) -> FoundDocument? {
        let token = text.tokens[index]
        guard token.end < text.bytes.count, token.end - token.start <= 7, !isInside(index, in: text) else { return nil }
        switch text.bytes[token.end] {
        case UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"): break
        case UInt8(ascii: "("): return proposal(at: index, in: text)
        default: return nil
        }
        let run = run(from: token.start, in: text)
        var elements = text.string(run).split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard elements.count >= 2, !elements.contains("") else { return nil }
        let first = elements[0]
        if americanBodies.contains(first), americanKinds.contains(kind(elements[1]).uppercased()) {
            return american(elements, run, in: text)
        }
        if let point = first.firstIndex(of: "."), europeanBodies.contains(String(first[..<point])),
            europeanKinds.contains(kind(String(first[first.index(after: point)...]))),
            elements.dropFirst().contains(where: isNumber)
        {
            return FoundDocument(
                role: .document,
                family: .securityInEurope,
                scheme: "OSCE",
                target: elements.joined(separator: "/"),
                range: run
            )
        }
        guard series.contains(first) else { return nil }
        var end = run.upperBound
        if elements.last == "RES", let number = resolutionNumber(behind: run.upperBound, in: text) {
            elements.append(text.string(number))
            end = number.upperBound
        }
        guard isUnitedNations(elements) else { return nil }
        if elements.dropFirst().first == "RES" { end = endOfYear(end, in: text) }
        return FoundDocument(
            role: .document,
            family: .unitedNations,
            scheme: "UN",
            target: elements.joined(separator: "/"),
            range: run.lowerBound..<end
        )
    }

    /// Whether a word is the later part of something: of `SA/LW`, of an address, of a word with a hyphen.
    private static func isInside(_ index: Int, in text: TokenizedText) -> Bool {
        guard text.isGlued(index) else { return false }
        return !["(", "[", "\"", "'", ","].contains { text.isMark(index - 1, $0) }
    }

    /// The bytes that a symbol may hold, without the punctuation of the sentence.
    private static func run(from start: Int, in text: TokenizedText) -> Range<Int> {
        var end = start
        while end < text.bytes.count {
            switch text.bytes[end] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "-"):
                end += 1
                continue
            default: break
            }
            break
        }
        while end > start, [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/")].contains(text.bytes[end - 1]) {
            end -= 1
        }
        return start..<end
    }

    private static func isNumber(_ element: String) -> Bool { element.utf8.contains { $0 &- 0x30 < 10 } }

    /// The letters that an element begins with: `CONF` of `CONF.192`.
    private static func kind(_ element: String) -> String { String(element.prefix { $0.isLetter }) }

    private static func isUnitedNations(_ elements: [String]) -> Bool {
        let rest = elements.dropFirst()
        guard let second = rest.first, rest.contains(where: isNumber) else { return false }
        // An element begins with a capital or a digit, and holds one or the other in the end: `Add.1`, `L.55`, `24V`.
        guard rest.allSatisfy({ $0.first.map { $0.isUppercase || $0.isNumber } ?? false }) else { return false }
        if elements[0].count > 1 { return rest.count >= 2 || isNumber(second) }
        if organs.contains(kind(second)) { return rest.count >= 2 }
        if second.hasPrefix("S-") || second.hasPrefix("ES-") { return rest.count >= 2 }
        guard let number = Int(second) else { return false }
        switch elements[0] {
        case "A": return rest.count >= 2 && (1...199).contains(number)
        case "S": return rest.count >= 2 ? (1946...2099).contains(number) : second.count >= 4 && number > 2099
        default: return rest.count >= 2 && (1946...2099).contains(number)
        }
    }

    /// The number behind `A/RES` and a blank.
    private static func resolutionNumber(behind end: Int, in text: TokenizedText) -> Range<Int>? {
        var start = end
        while start < text.bytes.count, text.bytes[start] == UInt8(ascii: ".") || text.bytes[start] == 0x20 {
            start += 1
        }
        guard start > end, start < text.bytes.count, text.bytes[start] &- 0x30 < 10 else { return nil }
        return run(from: start, in: text)
    }

    /// The end of a year in brackets that follows; `end` where none does.
    private static func endOfYear(_ end: Int, in text: TokenizedText) -> Int {
        bracket(behind: end, in: text) { $0.count == 4 && $0.allSatisfy { $0 &- 0x30 < 10 } } ?? end
    }

    /// The end of a bracket that follows, perhaps behind a blank, and holds what it must.
    static func bracket(behind end: Int, in text: TokenizedText, _ isFit: (ArraySlice<UInt8>) -> Bool) -> Int? {
        var open = end
        if open < text.bytes.count, text.bytes[open] == 0x20 { open += 1 }
        guard open < text.bytes.count, text.bytes[open] == UInt8(ascii: "("),
            let close = text.bytes[open...].prefix(32).firstIndex(of: UInt8(ascii: ")")),
            isFit(text.bytes[open + 1..<close])
        else { return nil }
        return close + 1
    }

    /// Whether a bracket holds a session, as in `(XXXVII-O/07)` and `(1459/04)`.
    static func isSession(_ bytes: ArraySlice<UInt8>) -> Bool {
        !bytes.isEmpty && bytes.contains(UInt8(ascii: "/"))
            && bytes.allSatisfy { $0 &- 0x30 < 10 || $0 &- 0x41 < 26 || $0 == 0x2F || $0 == 0x2D || $0 == 0x20 }
    }

    /// `AG/RES. 2297 (XXXVII-O/07)`; the number names the document, and the session adds nothing.
    private static func american(_ elements: [String], _ run: Range<Int>, in text: TokenizedText) -> FoundDocument? {
        var target = elements.joined(separator: "/")
        var end = run.upperBound
        if elements.count == 2, !isNumber(elements[1]) {
            guard let number = resolutionNumber(behind: end, in: text) else { return nil }
            target = "\(elements[0])/\(elements[1].uppercased()).\(text.string(number))"
            end = number.upperBound
        } else if elements.count > 2, !elements.dropFirst(1).contains(where: isNumber) {
            return nil
        }
        end = bracket(behind: end, in: text, isSession) ?? end
        return FoundDocument(
            role: .document,
            family: .americanStates,
            scheme: "OAS",
            target: target,
            range: run.lowerBound..<end
        )
    }

    /// `COM(2006) 779`.
    private static func proposal(at index: Int, in text: TokenizedText) -> FoundDocument? {
        let token = text.tokens[index]
        let name = text.string(token.range)
        guard proposals.contains(name), let year = text.year(index + 2), text.isMark(index + 3, ")"),
            let number = text.integer(index + 4)
        else { return nil }
        return FoundDocument(
            role: .document,
            family: .europeanUnion,
            scheme: "EU",
            target: "\(name)(\(year)) \(number)",
            range: token.start..<text.tokens[index + 4].end
        )
    }
}
