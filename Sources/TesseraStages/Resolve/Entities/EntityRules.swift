public import TesseraModel

/// What a pipeline file says about entities.
public struct EntityRules: Sendable, Equatable {
    /// The kinds that are looked for.
    public var kinds: Set<Entity.Kind>
    /// The currency that a `$` alone means, after ISO 4217.
    public var dollar: String

    /// - Parameters:
    ///   - kinds: the kinds that are looked for.
    ///   - dollar: the currency that a `$` alone means, after ISO 4217.
    public init(kinds: Set<Entity.Kind> = Set(Entity.Kind.allCases), dollar: String = "USD") {
        self.kinds = kinds
        self.dollar = dollar
    }

    /// Whether a text is the code of a currency of today, after ISO 4217.
    /// - Parameter code: the text, such as `USD`.
    public static func isCurrency(_ code: String) -> Bool { EntityNames.currencies.contains(code) }
}
