import LibXML
import TesseraModel

/// Gathers the text of single elements: what a document says about itself in a part of its own.
final class ValuesHandler: MarkupHandler {
    /// The text of each element of the vocabulary, by its number; the first one with text counts.
    private(set) var values: [Int: String] = [:]
    private var open: Int?
    private var text: [UInt8] = []

    var failure: Diagnostic? { nil }

    func start(_ name: Int, _ tag: borrowing XMLTag) {
        open = name
        text = []
    }

    func end(_ name: Int) {
        defer { open = nil }
        guard open == name, values[name] == nil else { return }
        let value = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if !value.isEmpty { values[name] = value }
    }

    func text(_ piece: borrowing XMLText) {
        if open != nil { piece.append(to: &text) }
    }
}
