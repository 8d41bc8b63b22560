/// The name of an element or an attribute.
public struct XMLName: Sendable, Hashable {
    /// The name of the namespace; empty where there is none.
    public let namespace: String
    /// The name without its prefix.
    public let localName: String

    /// Makes a name from its parts.
    public init(_ localName: String, in namespace: String = "") {
        self.localName = localName
        self.namespace = namespace
    }
}

/// The names that a content handler wants to hear of, each with a number of the handler's own.
///
/// Several names may have one number: what two versions of a format call by different namespaces.
public struct XMLVocabulary: Sendable {
    private let numbers: [XMLName: Int]
    private let localNames: [String: Int]
    private let others: Int?

    /// - Parameters:
    ///   - numbers: the number of each name, from 0.
    ///   - localNames: the numbers of names that count in any namespace, or in none.
    ///   - others: the number of all other names; nil where the handler does not want to hear of them.
    public init(_ numbers: [XMLName: Int], localNames: [String: Int] = [:], others: Int? = nil) {
        self.numbers = numbers
        self.localNames = localNames
        self.others = others
    }

    func number(of name: XMLName) -> Int? { numbers[name] ?? localNames[name.localName] ?? others }
}
