/// A date, an amount, a place or an organisation that a cell names.
public struct Entity: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        case date, money, count, country, region, organisation
    }

    /// What the text says about how exact a value is.
    public enum Qualifier: String, Sendable, CaseIterable {
        case atLeast = "at-least"
        case atMost = "at-most"
        case approximately
        /// `Hundreds of weapons`: the value is a power of ten or a dozen.
        case magnitude
        /// A fiscal year; nothing says when it begins.
        case fiscalYear = "fiscal-year"
        case early, mid, late
        /// A name that several countries share; the value holds all of them.
        case ambiguous
    }

    public var kind: Kind
    /// As printed.
    public var text: String
    /// Normalised: a date after ISO 8601-2 (EDTF), a number, a code of ISO 3166-1 (alpha-3) or UN M49, a short name.
    public var value: String
    public var qualifier: Qualifier?
    /// Of money, the currency after ISO 4217; of a count, what is counted.
    public var unit: String?
    public var cell: CellAddress
    /// UTF-8 byte offsets into the text of the cell.
    public var range: Range<Int>

    public init(
        kind: Kind,
        text: String,
        value: String,
        qualifier: Qualifier? = nil,
        unit: String? = nil,
        cell: CellAddress,
        range: Range<Int>
    ) {
        self.kind = kind
        self.text = text
        self.value = value
        self.qualifier = qualifier
        self.unit = unit
        self.cell = cell
        self.range = range
    }

    /// `entity_id`
    public var id: String { cell.place(at: range.lowerBound) }
}
