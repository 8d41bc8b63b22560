import TesseraModel

/// What a document says about itself (ISO 32000-1, 14.3.3).
struct PDFInformation: Sendable, Equatable {
    var title: String?
    var author: String?
    /// ISO 8601, as far as it is stated.
    var created: String?
    var modified: String?
    /// BCP 47, of the whole document.
    var language: String?
    /// Whether the file is encrypted, with the empty password.
    var isEncrypted = false
    /// Whether it is a form that is filled in by a program of its own (XFA): its pages may only say so.
    var hasXFA = false

    init(of file: PDFFile) throws(DocumentFailure) {
        func text(_ object: PDFObject) throws(DocumentFailure) -> String? {
            guard let string = try file.string(object) else { return nil }
            let text = PDFText.decode(string)
            return text.isEmpty ? nil : text
        }
        let catalog = try file.catalog
        let information = try file.dictionary(file.trailer["Info"]) ?? .empty
        title = try text(information["Title"])
        author = try text(information["Author"])
        created = try text(information["CreationDate"]).flatMap { PDFDate.iso8601($0) }
        modified = try text(information["ModDate"]).flatMap { PDFDate.iso8601($0) }
        language = try text(catalog["Lang"])
        isEncrypted = file.security != nil
        if let form = try file.dictionary(catalog["AcroForm"]) { hasXFA = try !file.resolve(form["XFA"]).isNull }
    }
}

/// Dates of PDF files (ISO 32000-1, 7.9.4).
enum PDFDate {
    /// - Parameter date: `D:YYYYMMDDHHmmSSOHH'mm'`, of which everything behind the year may be missing.
    /// - Returns: nil for what is no date.
    static func iso8601(_ date: String) -> String? {
        var rest = Array(date.utf8)[...]
        if rest.starts(with: "D:".utf8) { rest = rest.dropFirst(2) }
        func field(_ count: Int, _ range: ClosedRange<Int>) -> String? {
            let digits = rest.prefix(count)
            guard digits.count == count, digits.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
            let text = String(decoding: digits, as: UTF8.self)
            guard let value = Int(text), range.contains(value) else { return nil }
            rest = rest.dropFirst(count)
            return text
        }
        guard let year = field(4, 0...9999) else { return nil }
        guard let month = field(2, 1...12) else { return year }
        guard let day = field(2, 1...31) else { return "\(year)-\(month)" }
        let whole = "\(year)-\(month)-\(day)"
        guard let hour = field(2, 0...23), let minute = field(2, 0...59) else { return whole }
        let second = field(2, 0...59) ?? "00"
        let time = "\(whole)T\(hour):\(minute):\(second)"
        guard let sign = rest.popFirst() else { return time }
        if sign == UInt8(ascii: "Z") { return time + "Z" }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), let hours = field(2, 0...23) else { return time }
        if rest.first == UInt8(ascii: "'") { rest = rest.dropFirst() }
        let minutes = field(2, 0...59) ?? "00"
        return time + String(decoding: [sign], as: UTF8.self) + "\(hours):\(minutes)"
    }
}
