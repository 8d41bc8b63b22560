import LibXML
import LibZip
import TesseraModel

/// Reads the values of a workbook, whichever program has saved it: no formats, no formulas.
struct WorkbookReader {
    /// The sheets by their names: for each row the values by the numbers of their columns, from 0, without empty ones.
    private(set) var sheets: [String: [[Int: String]]] = [:]
    private let archive: ZipArchive
    private var strings: [String] = []

    /// Why a workbook cannot be read.
    struct Failure: Error {
        var message: String
    }

    init(_ bytes: [UInt8]) throws(Failure) {
        do {
            archive = try ZipArchive(bytes)
            if archive.contains("xl/sharedStrings.xml") { try readStrings() }
            var targets: [String: String] = [:]
            try read("xl/_rels/workbook.xml.rels") { event in
                guard case .start(let element) = event, let id = element["Id"] else { return }
                targets[id] = element["Target"]
            }
            var parts: [(name: String, part: String)] = []
            try read("xl/workbook.xml") { event in
                guard case .start(let element) = event, element.localName == "sheet" else { return }
                guard let name = element["name"], let target = element["id"].flatMap({ targets[$0] }) else { return }
                parts.append((name, target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)"))
            }
            for (name, part) in parts { sheets[name] = try rows(part) }
        } catch {
            throw Failure(message: "\(error)")
        }
    }

    private func read(_ part: String, _ body: (XMLEvent) -> Void) throws {
        var reader = try XMLStreamReader(bytes: try archive.contents(of: part), name: part, schema: nil)
        while let event = try reader.next() { body(event) }
    }

    /// Texts that cells name by number; a text may be in pieces, each with a format of its own.
    private mutating func readStrings() throws {
        var strings: [String] = []
        var isText = false
        try read("xl/sharedStrings.xml") { event in
            switch event {
            case .start(let element):
                if element.localName == "si" { strings.append("") }
                isText = element.localName == "t"
            case .text(let text):
                if isText, !strings.isEmpty { strings[strings.count - 1] += text }
            case .end: isText = false
            }
        }
        self.strings = strings
    }

    private func rows(_ part: String) throws -> [[Int: String]] {
        var rows: [[Int: String]] = []
        var row: [Int: String] = [:]
        var column = -1
        var kind = ""
        var text = ""
        var isValue = false
        try read(part) { event in
            switch event {
            case .start(let element):
                switch element.localName {
                case "row":
                    row = [:]
                    column = -1
                case "c":
                    // A cell without an address stands beside the one before.
                    column = element["r"].flatMap(WorkbookReader.column) ?? column + 1
                    kind = element["t"] ?? "n"
                    text = ""
                case "v", "t": isValue = true
                default: isValue = false
                }
            case .text(let piece): if isValue { text += piece }
            case .end(let name, _):
                isValue = false
                if name == "row", !row.isEmpty { rows.append(row) }
                guard name == "c" else { return }
                let value = value(text, kind)
                if !value.isEmpty { row[column] = value }
            }
        }
        return rows
    }

    private func value(_ text: String, _ kind: String) -> String {
        switch kind {
        case "s":
            guard let index = Int(text), strings.indices.contains(index) else { return text }
            return strings[index]
        case "n": return Double(text).map(\.plainDescription) ?? text
        default: return text
        }
    }

    /// The number of a column by an address: 0 for `A7`, 26 for `AA7`.
    private static func column(_ address: String) -> Int? {
        let letters = address.utf8.prefix { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        guard (1...3).contains(letters.count) else { return nil }
        return letters.reduce(0) { $0 * 26 + Int($1 - UInt8(ascii: "A")) + 1 } - 1
    }
}

extension XMLElement {
    /// The value of an attribute, by its name without a prefix.
    fileprivate subscript(_ name: String) -> String? { attributes.first { $0.localName == name }?.value }
}
