import TesseraModel

/// The records of a file by their keys, in the order of the file.
struct Records {
    private(set) var keys: [String] = []
    private var fields: [String: [String: String]] = [:]
    /// The field that is the key.
    private(set) var keyField = "id"

    subscript(_ key: String) -> [String: String]? { fields[key] }

    /// The first column is the key; a second record with the same key gets a number.
    init(csv: [UInt8]) {
        let records = CSVFile(csv).fields
        guard let header = records.first else { return }
        keyField = header.first ?? ""
        for record in records.dropFirst() {
            add(record.first ?? "", Dictionary(zip(header, record)) { first, _ in first })
        }
    }

    /// Objects with an `id` or a `name` are records, wherever they stand; the rest is a record by its path.
    /// - Parameter isReduced: leaves out what the tables hold as well, and what follows from them.
    init(json: JSONValue, isReduced: Bool) {
        guard case .object(let members) = json else { return }
        let repeated = ["acronyms", "columns", "diagnostics", "entities", "links", "resources", "rows"]
        for (name, value) in members.sorted where !(isReduced && repeated.contains(name)) {
            flatten(value, path: name, isReduced: isReduced)
        }
    }

    /// The field that people read first, and a value that stands alone.
    private static let telling = [
        "text", "as_written", "titles", "labels", "heading", "expansion", "title", "message", "name", "path", "url", "",
    ]

    /// What a person knows a record by; empty where there is nothing of the kind.
    func summary(_ key: String) -> String {
        let values = fields[key] ?? [:]
        return Records.telling.lazy.compactMap { values[$0] }.first { !$0.isEmpty } ?? ""
    }

    private mutating func add(_ key: String, _ values: [String: String]) {
        var unique = key
        var number = 1
        while fields[unique] != nil {
            number += 1
            unique = "\(key) (\(number))"
        }
        keys.append(unique)
        fields[unique] = values
    }

    private mutating func flatten(_ value: JSONValue, path: String, isReduced: Bool) {
        switch value {
        case .object(let members):
            var plain: [String: String] = [:]
            for (name, member) in members.sorted {
                switch member {
                // Another text has another checksum: that is no news.
                case .object where isReduced && name == "source": break
                case .object, .array: flatten(member, path: "\(path)/\(name)", isReduced: isReduced)
                default: plain[name] = member.plainText
                }
            }
            if !plain.isEmpty { add(path, plain) }
        case .array(let elements):
            for (index, element) in elements.enumerated() {
                var name = "\(index + 1)"
                if case .object(let members) = element, case .string(let id)? = members["id"] ?? members["name"] {
                    name = id
                }
                flatten(element, path: "\(path)/\(name)", isReduced: isReduced)
            }
        default: add(path, ["": value.plainText])
        }
    }
}

extension JSONValue {
    fileprivate var plainText: String {
        switch self {
        case .null: ""
        case .bool(let flag): flag ? "true" : "false"
        case .number(let number): number.plainDescription
        case .string(let text): text
        case .array, .object: ""
        }
    }
}
