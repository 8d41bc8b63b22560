import FileSystem
import LibNettle
import TesseraModel

/// What the outcome of a conversion depends on besides its source: where it is the same, so is the outcome.
///
/// Not in it is `pdftotext`, which reads PDF documents without tags: who installs another version asks for a run without
/// the cache.
struct CacheKeys: Sendable {
    /// Of the program and its options.
    private let settings: String
    /// Of what decides which pipeline fits.
    private let matching: String
    /// Of each pipeline, by its id.
    private let pipelines: [String: String]

    /// - Returns: nil where a pipeline was made in memory.
    init?(_ pipelines: PipelineSet, limits: ReadingLimits, formats: FormatRule) {
        var fingerprints: [String: PipelineFingerprint] = [:]
        for pipeline in pipelines.pipelines {
            guard let fingerprint = pipeline.fingerprint else { return nil }
            fingerprints[pipeline.definition.id] = fingerprint
        }
        let ids = fingerprints.keys.sorted()
        matching = CacheKeys.digest(ids.flatMap { [$0, fingerprints[$0]?.matching ?? ""] })
        self.pipelines = fingerprints.mapValues(\.whole)
        let values = ReadingLimits.Name.allCases.map { "\($0.rawValue)=\(limits[$0])" }
        settings = CacheKeys.digest([CacheKeys.program, formats.cacheKey] + values)
    }

    /// The key of a document.
    /// - Parameter pipeline: the id of its pipeline; nil where none fits, so that any of them may fit tomorrow.
    func key(for pipeline: String?) -> String {
        let all = pipelines.keys.sorted().map { pipelines[$0] ?? "" }
        return CacheKeys.digest([settings, matching] + (pipeline.map { [pipelines[$0] ?? ""] } ?? all))
    }

    /// All of it, to see whether another process has the same.
    var whole: String { key(for: nil) }

    /// The program: its version, and what tells one build from another.
    static let program: String = {
        do {
            let stamp = try FileSystem.stamp(of: FileSystem.executable)
            return "\(Tessera.version) \(stamp?.size ?? 0) \(stamp?.modified ?? 0)"
        } catch {
            return Tessera.version
        }
    }()

    private static func digest(_ texts: [String]) -> String {
        var bytes: [UInt8] = []
        for text in texts { bytes += Array("\(text.utf8.count):\(text)".utf8) }
        return SHA256.hexDigest(of: bytes)
    }
}

extension FormatRule {
    fileprivate var cacheKey: String {
        switch self {
        case .pipeline: "pipeline"
        case .chosen(let formats): "chosen \(formats.names.sorted().joined(separator: ","))"
        case .present(let output): "present \(output)"
        }
    }
}
