import LibNettle
import TesseraModel
import TesseraStages

/// What tells whether a pipeline is still the same: SHA-256 in lower-case hexadecimal digits.
public struct PipelineFingerprint: Sendable, Equatable {
    /// Of all that the pipeline makes a dataset from: its file, its gazetteers, its reference dataset.
    var whole: String
    /// Of what decides whether the pipeline fits a document.
    var matching: String

    /// Keys of a pipeline file that have no part in whether it fits a document.
    private static let keysBehindMatching: Set<String> = [
        "acronyms", "entities", "expect", "links", "publication", "references", "write",
    ]

    /// - Parameters:
    ///   - path: of the pipeline file, from the project's folder; datasets name it.
    ///   - bytes: the pipeline file.
    ///   - naming: what report ids are made of.
    ///   - others: the checksums of the files that it names.
    init(path: String, _ bytes: [UInt8], naming: MatrixRules.Naming, others: [String]) {
        var digest = IncrementalSHA256()
        digest.update(Array("\(path)\n\(naming.rawValue)\n\(bytes.count)\n".utf8))
        digest.update(bytes)
        for other in others { digest.update(Array(other.utf8)) }
        whole = digest.hexDigest()
        matching = SHA256.hexDigest(of: PipelineFingerprint.matchingText(bytes))
    }

    /// The text without the blocks of keys that have no part in matching; the whole text where it is not written in
    /// blocks of plain keys, or where blocks may depend on each other, by an anchor.
    static func matchingText(_ bytes: [UInt8]) -> [UInt8] {
        guard !bytes.contains(UInt8(ascii: "&")) else { return bytes }
        var text: [UInt8] = []
        var isWanted = true
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            // A key of the file stands at the beginning of a line; what belongs to it is indented.
            switch line.first {
            case .some(UInt8(ascii: "a")...UInt8(ascii: "z")):
                guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return bytes }
                isWanted = !keysBehindMatching.contains(String(decoding: line[..<colon], as: UTF8.self))
            case nil, UInt8(ascii: " "), UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "\r"): break
            default: return bytes
            }
            if isWanted { text += line + [UInt8(ascii: "\n")] }
        }
        return text
    }
}
