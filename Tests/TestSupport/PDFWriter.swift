/// Makes small PDF files. Everything in them may lie.
public struct PDFWriter: Sendable {
    /// How the file says where its objects are.
    public enum References: Sendable {
        case table, none
        /// A cross-reference stream, with these objects in an object stream; they must be no streams.
        case stream(packed: Set<Int>)
    }

    /// What stands between `obj` and `endobj`, by the number of the object.
    private var objects: [Int: [UInt8]] = [:]
    /// Put in front of the header.
    public var junk: [UInt8] = []
    /// Entries of the trailer, besides /Root and /Size.
    public var trailer = ""

    public init() {}

    /// Sets an object, which may be one that was set before.
    public mutating func set(_ number: Int, _ text: String) { objects[number] = Array(text.utf8) }

    /// Sets a stream.
    /// - Parameter length: what it says of its length; its true one where nothing is said.
    public mutating func set(_ number: Int, stream bytes: [UInt8], _ entries: String = "", length: String? = nil) {
        let head = "<<\(entries)/Length \(length ?? String(bytes.count))>>stream\n"
        objects[number] = Array(head.utf8) + bytes + Array("\nendstream".utf8)
    }

    public mutating func set(_ number: Int, stream text: String, _ entries: String = "", length: String? = nil) {
        set(number, stream: Array(text.utf8), entries, length: length)
    }

    /// A document of pages that share their resources; each has its content in a stream of its own.
    ///
    /// The catalog is object 1, the page tree 2, the resources 3; pages are 10, 20 …, and their contents 11, 21 ….
    public init(pages: [String], resources: String = "", page: String = "", catalog: String = "") {
        set(1, "<</Type/Catalog/Pages 2 0 R \(catalog)>>")
        let kids = pages.indices.map { "\(10 * ($0 + 1)) 0 R" }.joined(separator: " ")
        set(2, "<</Type/Pages/Kids[\(kids)]/Count \(pages.count)/MediaBox[0 0 200 100]>>")
        set(3, "<<\(resources)>>")
        for (index, content) in pages.enumerated() {
            let number = 10 * (index + 1)
            set(number, "<</Type/Page/Parent 2 0 R/Resources 3 0 R/Contents \(number + 1) 0 R \(page)>>")
            set(number + 1, stream: content)
        }
    }

    /// The whole file.
    public func file(_ references: References = .table) -> [UInt8] {
        var bytes = junk + Array("%PDF-1.7\n".utf8)
        let size = (objects.keys.max() ?? 0) + 1
        let entries = "/Root 1 0 R \(trailer)"
        switch references {
        case .none:
            for (number, body) in sorted { append(number, body, to: &bytes) }
            bytes += Array("trailer<<\(entries)>>\n".utf8)
        case .table:
            let places = table(&bytes)
            let start = bytes.count
            bytes += Array("xref\n0 \(size)\n".utf8)
            for number in 0..<size {
                let place = places[number].map { "\(padded($0)) 00000 n \n" } ?? "0000000000 65535 f \n"
                bytes += Array(place.utf8)
            }
            bytes += Array("trailer<</Size \(size)\(entries)>>\nstartxref\n\(start)\n%%EOF\n".utf8)
        case .stream(let packed): appendStreams(packed, size, entries, to: &bytes)
        }
        return bytes
    }

    private var sorted: [(key: Int, value: [UInt8])] { objects.sorted { $0.key < $1.key } }

    private func table(_ bytes: inout [UInt8]) -> [Int: Int] {
        var places: [Int: Int] = [:]
        for (number, body) in sorted {
            places[number] = bytes.count
            append(number, body, to: &bytes)
        }
        return places
    }

    private func append(_ number: Int, _ body: [UInt8], to bytes: inout [UInt8]) {
        bytes += Array("\(number) 0 obj\n".utf8) + body + Array("\nendobj\n".utf8)
    }

    private func appendStreams(_ packed: Set<Int>, _ size: Int, _ entries: String, to bytes: inout [UInt8]) {
        var directory = ""
        var content: [UInt8] = []
        var rows: [Int: [Int]] = [:]
        for (number, body) in sorted {
            if packed.contains(number) {
                rows[number] = [2, size, rows.values.count { $0[0] == 2 }]
                directory += "\(number) \(content.count) "
                content += body + [0x20]
            } else {
                rows[number] = [1, bytes.count, 0]
                append(number, body, to: &bytes)
            }
        }
        var writer = PDFWriter()
        let head = Array(directory.utf8)
        writer.set(size, stream: head + content, "/Type/ObjStm/N \(packed.count)/First \(head.count)")
        rows[size] = [1, bytes.count, 0]
        append(size, writer.objects[size] ?? [], to: &bytes)
        rows[size + 1] = [1, bytes.count, 0]
        let data = (0..<(size + 2)).flatMap { number in
            let row = rows[number] ?? [0, 0, 0]
            return [row[0], row[1] >> 8, row[1] & 0xFF, row[2]].map { UInt8($0) }
        }
        let start = bytes.count
        writer.set(size + 1, stream: data, "/Type/XRef/W[1 2 1]/Size \(size + 2)\(entries)")
        append(size + 1, writer.objects[size + 1] ?? [], to: &bytes)
        bytes += Array("startxref\n\(start)\n%%EOF\n".utf8)
    }

    private func padded(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 10 - digits.count)) + digits
    }
}
