import LibNettle
import TesseraModel
import TesseraReaders

/// Where an extract is kept: by all that the reading of a file depends on.
struct ExtractKey: Sendable, Equatable {
    /// Of the program, its build and the coding: what another one has written is never read.
    let program: String
    /// SHA-256 of the file.
    let source: String
    /// Of the file's name, the layout, the limits, the mappings and the other programs that read.
    let reading: String

    /// The path of the folder that it lies in, from the folder of all extracts.
    var folder: String { "\(program)/\(source.prefix(2))" }

    var name: String { "\(source)-\(reading)" }

    /// The folder of this build from the folder of all extracts.
    static let program = String(
        SHA256.hexDigest(of: Array("\(DocumentCoding.version) \(CacheKeys.program)".utf8)).prefix(16)
    )

    /// The checksum of the source that an extract of some name was made from.
    static func source(ofName name: String) -> String { String(name.prefix { $0 != "-" }) }
}

/// What the keys of all files have in common that are read in one way.
struct ExtractKeys: Sendable {
    private let common: CanonicalBytes

    /// - Parameter programs: what tells which other programs read; see ``ProgramStamp``.
    init(limits: ReadingLimits, mappings: [XMLMapping], programs: String = ProgramStamp.pdftotext) {
        var bytes = CanonicalBytes()
        bytes.append(programs)
        for name in ReadingLimits.Name.allCases {
            bytes.append(name.rawValue)
            bytes.append(limits[name])
        }
        bytes.append(mappings.count)
        for mapping in mappings { mapping.append(to: &bytes) }
        common = bytes
    }

    /// - Parameters:
    ///   - name: what the file is called, for the document says so.
    ///   - sha256: of the file.
    ///   - layout: the layout that plain text is read in; nil for the most likely one.
    func key(of name: String, sha256: String, layout: String?) -> ExtractKey {
        var bytes = common
        bytes.append(name)
        bytes.append(layout)
        let reading = SHA256.hexDigest(of: bytes.bytes).prefix(32)
        return ExtractKey(program: ExtractKey.program, source: sha256, reading: String(reading))
    }
}

extension XMLMapping {
    /// Every member: a test looks that none is left out.
    fileprivate func append(to bytes: inout CanonicalBytes) {
        for names in [roots, tables, rows, headerRows, cells, headings, paragraphs, lineBreaks, ignored] {
            bytes.append(names)
        }
        for name in [namespace, rowSpan, columnSpan, link?.target] { bytes.append(name) }
        bytes.append(link?.elements ?? [])
    }
}
