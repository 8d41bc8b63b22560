import TesseraModel

/// The countries that cells name, by their codes, each with the name that the report uses most.
struct CountryNames {
    /// Codes and names, in the order of the names.
    let all: [(code: String, name: String)]

    init(_ entities: [Entity]) {
        var names: [String: [String: Int]] = [:]
        for entity in entities {
            let codes = CountryNames.codes(of: entity)
            // A name that several countries share is the name of none.
            for code in codes { names[code, default: [:]][codes.count == 1 ? entity.text : code, default: 0] += 1 }
        }
        all = names.map { code, names in
            let name = names.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? code
            return (code, name)
        }
        .sorted { ($0.name, $0.code) < ($1.name, $1.code) }
    }

    /// The codes of an entity, several where countries share its name; none where it is no country.
    static func codes(of entity: Entity) -> [String] {
        entity.kind == .country ? entity.value.split(separator: "/").map(String.init) : []
    }
}
