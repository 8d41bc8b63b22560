import TesseraModel

/// The text of an HTML document in UTF-8, and the encoding that it was found in.
///
/// A byte order mark decides; then the text itself, where it is valid UTF-8 and more than ASCII, since no other
/// encoding looks like that by chance; then what the document declares; then Windows-1252.
struct HTMLDecoding {
    let text: [UInt8]
    /// The name in the WHATWG Encoding Standard.
    let encoding: String

    /// - Throws: ``TesseraModel/DocumentFailure`` for UTF-16 that breaks off in the middle of a character.
    init(_ bytes: [UInt8], log: inout DiagnosticLog) throws(DocumentFailure) {
        if let unicode = HTMLDecoding.unicode(bytes) {
            text = try unicode.decode(bytes, log: &log)
            encoding = unicode.rawValue
            return
        }
        let isMarked = bytes.starts(with: HTMLDecoding.mark)
        let content = isMarked ? Array(bytes.dropFirst(HTMLDecoding.mark.count)) : bytes
        let declared = EncodingDeclaration.find(in: content)
        var form = UTF8Form(content)
        // The one exception: some words of an East Asian encoding are valid UTF-8. All their bytes are high ones, while
        // more than a few words of UTF-8 have others.
        if form == .valid, let declared, !declared.isSingleByte, declared != .utf8,
            content.allSatisfy({ $0 < 0x80 || $0 > 0xA0 })
        {
            form = .other
        }
        if isMarked || form != .other && (declared ?? .utf8) == .utf8 || form == .mostlyValid {
            (text, encoding) = (HTMLDecoding.repaired(content, form, &log), WebEncoding.utf8.name)
        } else if form == .valid, let declared {
            log.append(.contradictedEncoding(declared.name))
            (text, encoding) = (content, WebEncoding.utf8.name)
        } else if let declared, declared != .utf8, let decoded = declared.decode(content) {
            if decoded.malformed > 0 { log.append(.malformedText(declared.name)) }
            (text, encoding) = (decoded.text, declared.name)
        } else {
            log.append(.fallbackEncoding)
            text = WebEncoding.windows1252.decode(content)?.text ?? HTMLDecoding.repaired(content, .other, &log)
            encoding = WebEncoding.windows1252.name
        }
    }

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// UTF-16, with a mark or without one.
    private static func unicode(_ bytes: [UInt8]) -> TextEncoding? {
        let isMarked = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        guard isMarked || bytes.prefix(4096).contains(0) else { return nil }
        let encoding = TextEncoding.detect(bytes)
        return encoding == .utf16LittleEndian || encoding == .utf16BigEndian ? encoding : nil
    }

    private static func repaired(_ bytes: [UInt8], _ form: UTF8Form, _ log: inout DiagnosticLog) -> [UInt8] {
        if form == .ascii || form == .valid { return bytes }
        log.append(.malformedText(WebEncoding.utf8.name))
        return Array(String(decoding: bytes, as: UTF8.self).utf8)
    }
}

/// How well some bytes go as UTF-8.
private enum UTF8Form {
    case ascii, valid
    /// With single faults among many valid characters: a text that was cut or pasted together.
    case mostlyValid
    case other

    init(_ bytes: [UInt8]) {
        do {
            self = try UTF8Span(validating: bytes.span).isKnownASCII ? .ascii : .valid
        } catch {
            var characters = 0
            var faults = 0
            for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where !scalar.isASCII {
                if scalar == "\u{FFFD}" { faults += 1 } else { characters += 1 }
            }
            self = characters > 2 * faults ? .mostlyValid : .other
        }
    }
}

extension Diagnostic {
    fileprivate static func contradictedEncoding(_ declared: String) -> Diagnostic {
        Diagnostic(
            "contradicted-encoding",
            .warning,
            "the document declares the encoding '\(declared)', and is valid UTF-8, as which it was read",
            suggestion: "look at its quotation marks and accents, and correct the declaration"
        )
    }
}
