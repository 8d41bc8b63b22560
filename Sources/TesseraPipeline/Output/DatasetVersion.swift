public import TesseraModel

/// What tells one version of a dataset from another.
public struct DatasetVersion: Sendable, Equatable {
    /// The report's own date; nil where it has none.
    public var revised: PartialDate?
    /// SHA-256 of the source in lower-case hexadecimal digits; empty where it is not known.
    public var source: String
    /// Rows of the matrix.
    public var rows: Int
    /// Content cells of the matrix.
    public var cells: Int
    /// Version of the program.
    public var program: String
    /// Who has accepted a part of it in a review, and left the rest; nil where it is as the program made it.
    public var reviewer: String?

    public init(revised: PartialDate?, source: String, rows: Int, cells: Int, program: String = Tessera.version) {
        self.revised = revised
        self.source = source
        self.rows = rows
        self.cells = cells
        self.program = program
    }

    init(_ report: Report) {
        self.init(
            revised: report.identity.revised,
            source: (report.extractedFrom ?? report.source).sha256,
            rows: report.rows.count,
            cells: report.cells.count
        )
    }
}
