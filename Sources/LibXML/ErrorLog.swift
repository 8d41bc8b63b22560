import CLibXML2

/// Keeps the first error that libxml2 reports to one reader or one schema compiler.
///
/// Only the first counts: those after it are mostly its consequences. Warnings are dropped, since
/// they are about style (a namespace name that is not an absolute URI) and not about the document.
final class ErrorLog {
    /// What libxml2 said, before it is put into words for the caller.
    struct Entry {
        let domain: UInt32
        let code: UInt32
        let message: String
        let line: Int?
        let column: Int?
    }

    private(set) var first: Entry?

    /// The pointer that the handler gets back.
    ///
    /// The caller keeps the log alive while it is in use.
    var reference: UnsafeMutableRawPointer {
        unsafe Unmanaged.passUnretained(self).toOpaque()
    }

    /// The function that libxml2 calls on the thread that is reading.
    static let handler: xmlStructuredErrorFunc = { reference, error in
        guard let reference = unsafe reference, let error = unsafe error else { return }
        unsafe Unmanaged<ErrorLog>.fromOpaque(reference).takeUnretainedValue().record(error)
    }

    /// Takes an error down, unless there is one already.
    func record(_ error: xmlErrorPtr) {
        guard first == nil, unsafe error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
        let text =
            unsafe ErrorLog.unclosed(error) ?? error.pointee.message.map { unsafe String(cString: $0) }
            ?? "unknown error"
        let line = unsafe Int(error.pointee.line)
        let column = unsafe Int(error.pointee.int2)
        first = unsafe Entry(
            domain: UInt32(error.pointee.domain),
            code: UInt32(error.pointee.code),
            message: ErrorLog.trimmed(text),
            line: line > 0 ? line : nil,
            column: line > 0 && column > 0 ? column : nil
        )
    }

    /// Words for a document that ends too early, which libxml2 calls "Extra content at the end".
    private static func unclosed(_ error: xmlErrorPtr) -> String? {
        let isEarlyEnd =
            unsafe error.pointee.domain == XML_FROM_PARSER.rawValue
            && error.pointee.code == XML_ERR_DOCUMENT_END.rawValue
        guard isEarlyEnd, let context = unsafe error.pointee.ctxt else { return nil }
        let parser = unsafe context.assumingMemoryBound(to: xmlParserCtxt.self)
        guard unsafe parser.pointee.nameNr > 0 else { return nil }
        return unsafe XMLLibrary.string(parser.pointee.name).map { "the document ends before '\($0)' is closed" }
    }

    /// The text as one line, without the blank that libxml2 left for the name of an element.
    private static func trimmed(_ text: String) -> String {
        var line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        let blank = " in element  TODO  content"
        if line.hasSuffix(blank) { line = line.dropLast(blank.count) + " here" }
        return line
    }
}

extension ErrorLog.Entry {
    /// Whether libxml2 gave up because of the size of something and not because of its form.
    ///
    /// There is no error code for this: its limits are told apart by the advice in the message.
    private var isLimit: Bool {
        if code == XML_ERR_NAME_TOO_LONG.rawValue || code == XML_ERR_ENTITY_LOOP.rawValue { return true }
        return ["XML_PARSE_HUGE", "Huge input", "huge text", "too long"].contains { message.contains($0) }
    }

    /// The error in the words of this module.
    ///
    /// - Parameters:
    ///   - limits: The limits that were asked for, to name the one that was passed.
    ///   - column: Turns a line and a column in characters into a column in UTF-8 bytes.
    /// - Returns: The failure for the caller.
    func failure(limits: XMLLimits, column: (_ line: Int, _ characters: Int) -> Int) -> XMLFailure {
        if message.contains("Excessive depth") { return .depth(limits, line: line) }
        var text = message
        var kind = XMLFailure.Kind.malformed
        if domain == XML_FROM_RELAXNGV.rawValue || domain == XML_FROM_RELAXNGP.rawValue {
            kind = .invalid
        } else if isLimit {
            kind = .limit
            text = "libxml2's own limit for one name, value or piece of text (10 MB for text): \(message)"
        }
        let position = line.flatMap { line in self.column.map { column(line, $0) } }
        return XMLFailure(kind: kind, message: text, line: line, column: position)
    }
}
