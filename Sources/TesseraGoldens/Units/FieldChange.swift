/// One thing about a unit that differs.
public struct FieldChange: Sendable, Equatable {
    /// What differs, in a word or two: `text`, `link`, `place`.
    public let label: String
    /// What kind of change it is.
    let aspect: GoldenUnit.Kind
    /// Nil where the old version has nothing of the kind.
    public let old: String?
    /// Nil where the new version has nothing of the kind.
    public let new: String?

    init(_ label: String, _ aspect: GoldenUnit.Kind, old: String?, new: String?) {
        self.label = label
        self.aspect = aspect
        self.old = old
        self.new = new
    }
}
