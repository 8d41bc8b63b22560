public import TesseraModel
public import TesseraPatterns
public import TesseraReaders
public import TesseraStages
public import TesseraWriters

/// A pipeline file, decoded: every value checked, every pattern compiled, no other file opened.
public struct PipelineDefinition: Sendable {
    /// Version of the notation, the value of the key `tessera`.
    public static let notationVersion = 1

    /// Headings that a document must have, all of them, for the pipeline to fit.
    public var match: [Pattern] = []
    /// Columns, labels, sections and furniture.
    public var matrix: MatrixRules
    public var notApplicable: [Pattern]
    public var seeElsewhere: [Pattern] = []
    /// What else cells say in a word.
    public var statuses: [NamedStatus] = []
    /// References inside cells.
    public var references = ReferenceRules()
    public var acronyms = AcronymRules()
    /// Lists of acronyms beside the documents; paths are relative to the project.
    public var gazetteers: [GazetteerSource] = []
    /// Dates, amounts, places and organisations inside cells.
    public var entities = EntityRules()
    public var publication = Publication()
    /// The formats that datasets are written in.
    public var formats = FormatChoice.usual
    /// Hosts of links that have moved.
    public var movedHosts = MovedHosts()
    public var expectations: [Expectation] = []
    /// The folder of an earlier version of the same report, relative to the project: it guides where cells begin whose
    /// borders are not marked.
    public var reference: String?
    /// What the elements are of documents that come as XML of a kind of their own.
    public var xml: XMLMapping?
    /// The layout of plain text, one of ``TesseraReaders/PlainTextReader/layoutNames``; nil for the most likely one.
    public var layout: String?
    /// Files that are one report.
    public var parts: [PartList] = []

    /// The pipeline's id.
    public var id: String { matrix.pipeline }

    /// The words for "nothing to say" that any report may use; a pipeline file can name its own instead.
    public static let usualNotApplicable = ["N/A", "NA", "Not applicable", "Not applicable (N/A)", "[No response]"]
}

/// A pipeline file with mistakes: all of them, in the order of the file.
public struct PipelineFileFailure: Error, Sendable, Equatable {
    public var mistakes: [Diagnostic]
}
