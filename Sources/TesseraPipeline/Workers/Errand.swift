import TesseraModel

/// A document as one process names it to another.
extension SourcePath {
    var json: JSONValue { SourcePath.shape.json(self) }

    private static let shape = JSONShape<SourcePath>([
        .member("file", .text, "Its path") { .string($0.file) },
        .member("name", .text, "What it is called") { .string($0.name) },
        .member("folder", .string(), "Its folder below the input folder") { .string($0.folder) },
        .member("parts", .array(of: partShape.schema), "The files that it is cut into") { partShape.json($0.parts) },
    ])

    private static let partShape = JSONShape<Part>([
        .member("file", .text, "Its path") { .string($0.file) },
        .member("name", .text, "What it is called") { .string($0.name) },
        .member("number", .integer(from: 0), "Its number") { .number($0.number) },
    ])

    init(_ json: JSONCursor) throws(JSONDecodingFailure) {
        self.init(
            file: try json.string("file"),
            name: try json.string("name"),
            folder: try json.string("folder"),
            parts: try json.items("parts") { part throws(JSONDecodingFailure) in
                Part(
                    file: try part.string("file"),
                    name: try part.string("name"),
                    number: try part.integer("number")
                )
            }
        )
    }
}

/// What a process does that ``Runner`` has started: it converts the documents that it is sent, one a line, and lays their
/// datasets ready.
///
/// Both ends are one program, so that the messages are nobody else's business; ``Worker`` is for other programs.
public struct Errands: Sendable {
    private let desk: ConversionDesk
    private let keys: CacheKeys?

    /// - Parameters:
    ///   - converter: converts the documents.
    ///   - options: those of the run; where datasets go, and whether warnings fail a document.
    public init(_ converter: Converter, _ options: Runner.Options) {
        desk = ConversionDesk(converter, options)
        keys = converter.keys
    }

    /// The first line: what this process takes for the pipelines and options, so that both ends have the same.
    public var greeting: [UInt8] { JSONValue.object(["ready": .string(Errands.greeting(keys))]).line() }

    static func greeting(_ keys: CacheKeys?) -> String { keys?.whole ?? "" }

    /// Carries out an errand.
    /// - Parameter line: the document.
    /// - Returns: what became of it, on one line; nil for a line that names none.
    public func answer(to line: [UInt8]) -> [UInt8]? {
        do {
            return desk.convert(try SourcePath(JSONCursor(JSONParser.parse(line)))).record.line()
        } catch {
            return nil
        }
    }
}

/// Where a document becomes a dataset that lies ready: in this process or in another.
struct ConversionDesk: Sendable {
    let converter: Converter
    let isStrict: Bool
    let output: OutputFolder?
    let trialOutput: String?
    let tellsNotes: Bool

    init(_ converter: Converter, _ options: Runner.Options) {
        self.converter = converter
        isStrict = options.isStrict
        output = options.output
        trialOutput = options.trialOutput
        tellsNotes = options.tellsNotes
    }

    /// Converts a document, and lays its dataset ready where it is sound.
    func convert(_ source: SourcePath) -> Conversion {
        var conversion = converter.convert(source)
        guard conversion.isSound(strict: isStrict), let dataset = conversion.dataset else { return conversion }
        do throws(DocumentFailure) {
            if let output {
                conversion.staged = try conversion.timings.measure(\.store) { () throws(DocumentFailure) in
                    try output.stage(conversion.files, as: dataset, version: conversion.version)
                }
                conversion.hasReportFile = conversion.files.contains { $0.name == "report.json" }
                if conversion.hasReportFile, !tellsNotes { conversion.foldNotes() }
                // Written is written: a run over many documents must not hold all of them.
                conversion.files = []
            } else if let trialOutput {
                try OutputFolder.check(trialOutput, for: conversion.files, as: dataset)
            }
        } catch {
            conversion.files = []
            conversion.diagnostics.append(error.diagnostic)
        }
        return conversion
    }
}
