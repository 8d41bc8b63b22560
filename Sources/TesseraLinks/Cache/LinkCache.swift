import FileSystem
import LibNettle
import TesseraModel
import TesseraPipeline

/// What was found out, kept on the disk: one file an entry, each written at once as a whole, so that a process that is
/// killed loses at most what it was about to find out.
public struct LinkCache: Sendable {
    /// What the cache says of something.
    enum Lookup<Value> {
        case absent
        case found(Value)
        /// There is an entry and it cannot be used; why not.
        case damaged(String)
    }

    /// The folder that holds the entries.
    public let folder: String

    private static let format = "tessera-link-cache-1"

    /// Names the folder; it is made when something is kept.
    ///
    /// - Parameter folder: The folder.
    public init(folder: String) { self.folder = folder }

    /// Where this user's programs keep what they can find out again (XDG Base Directory Specification).
    ///
    /// - Parameter variable: The value of a variable of the environment.
    /// - Returns: The folder; nil where the environment names none.
    public static func standardFolder(environment variable: (String) -> String?) -> String? {
        // A relative path has to be ignored, says the specification.
        if let base = variable("XDG_CACHE_HOME"), base.hasPrefix("/") { return "\(base)/tessera/links" }
        guard let home = variable("HOME"), home.hasPrefix("/") else { return nil }
        return "\(home)/.cache/tessera/links"
    }

    /// What is known of a link.
    func outcome(of url: String) -> Lookup<LinkOutcome> {
        entry(Self.key(of: url)) { LinkOutcome(json: $0).flatMap { $0.url == url ? $0 : nil } }
    }

    /// Keeps what became of a link.
    func keep(_ outcome: LinkOutcome) throws(FileFailure) {
        try write(outcome.json, to: Self.key(of: outcome.url))
    }

    /// What is known of the copy of a page in an archive.
    func copy(of request: ArchiveRequest) -> Lookup<ArchivedCopy> {
        entry(Self.key(of: request)) { ArchivedCopy(json: $0) }
    }

    /// Keeps what an archive said of a page.
    func keep(_ copy: ArchivedCopy, of request: ArchiveRequest) throws(FileFailure) {
        try write(copy.json, to: Self.key(of: request))
    }

    // A line end stands in no address, so no two keys are alike.
    private static func key(of url: String) -> String { "link\n\(url)" }

    private static func key(of request: ArchiveRequest) -> String {
        "copy\n\(request.archive)\n\(request.date?.description ?? "")\n\(request.url)"
    }

    /// A folder for each of 256 parts, so that none grows too long to list.
    private func path(of key: String) -> (folder: String, file: String) {
        let name = SHA256.hexDigest(of: Array(key.utf8))
        let part = "\(folder)/\(name.prefix(2))"
        return (part, "\(part)/\(name)")
    }

    private func write(_ value: JSONValue, to key: String) throws(FileFailure) {
        let place = path(of: key)
        try FileSystem.createDirectory(place.folder, withParents: true)
        let body = JSONValue.object(["key": .string(key), "value": value]).serialised()
        let head = "\(Self.format) \(SHA256.hexDigest(of: body))\n"
        try FileSystem.writeAtomically(Array(head.utf8) + body, to: place.file, isDurable: false)
    }

    private func entry<Value>(_ key: String, _ decode: (JSONValue) -> Value?) -> Lookup<Value> {
        let file = path(of: key).file
        do {
            guard try FileSystem.kind(of: file) != .missing else { return .absent }
            let bytes = try FileSystem.contents(of: file, limit: 1 << 20)
            let end = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
            let body = Array(bytes[end...].dropFirst())
            guard String(decoding: bytes[..<end], as: UTF8.self) == "\(Self.format) \(SHA256.hexDigest(of: body))"
            else {
                return .damaged("its checksum is wrong")
            }
            guard case .object(let members) = try JSONParser.parse(body), members["key"] == .string(key),
                let value = members["value"].flatMap(decode)
            else { return .damaged("it is not what this version writes") }
            return .found(value)
        } catch let failure as FileFailure {
            return .damaged(failure.description)
        } catch {
            return .damaged("it is no JSON")
        }
    }
}

/// What an archive is asked: for the copy of a page that is nearest to a date.
struct ArchiveRequest: Sendable, Hashable {
    /// What stands before the page's address to make that of its TimeGate.
    var archive: String
    /// The date; nil for the newest copy.
    var date: PartialDate?
    var url: String
}
