/// How much of a document a reader accepts before it gives up: what makes a hostile file harmless.
public struct ReadingLimits: Sendable, Equatable {
    /// One of the limits, by the name that errors and the command line use.
    public enum Name: String, Sendable, CaseIterable {
        /// Bytes of a file on the disk.
        case fileSize = "file-size"
        /// Bytes of one part of a container, unpacked.
        case partSize = "part-size"
        /// Bytes of all parts of a container that are read, unpacked.
        case totalSize = "total-size"
        /// How many times as large a part may become when it is unpacked.
        case compressionRatio = "compression-ratio"
        /// Entries of a container.
        case entries
        /// How deep elements are nested.
        case depth
        /// Different names of elements in one part.
        case names
        /// Attributes of one element.
        case attributes
        /// Rows or columns that one cell covers, and times that one cell or row is repeated.
        case span
        /// Cells of one document, repeated ones included.
        case cells
        /// Bytes of one line of plain text, and blanks that a document states by their number.
        case lineLength = "line-length"
        /// Objects of a PDF document, and things drawn on one of its pages.
        case objects
        /// Seconds of the processor's time for another program that reads for us.
        case processTime = "process-time"
        /// Bytes of memory for such a program.
        case processMemory = "process-memory"
        /// Bytes that such a program may write.
        case processOutput = "process-output"
        /// Seconds by the clock for one document of several that are converted together.
        case documentTime = "document-time"
        /// Bytes of memory for the process that converts such a document.
        case documentMemory = "document-memory"
    }

    /// The most that ``Name/depth`` can be raised to: a nested table is walked through by recursion, for which the
    /// stack of a thread has no more room.
    public static let greatestDepth = 10_000

    private var values: [Name: Int]

    /// The limits for documents of which nothing is known.
    public static let standard = ReadingLimits()

    public init() {
        values = [
            .fileSize: 1 << 30,
            .partSize: 1 << 30,
            .totalSize: 2 << 30,
            .compressionRatio: 250,
            .entries: 10_000,
            .depth: 256,
            .names: 100_000,
            .attributes: 10_000,
            .span: 10_000,
            .cells: 1_000_000,
            .lineLength: 16 << 20,
            .objects: 4_000_000,
            .processTime: 120,
            .processMemory: 4 << 30,
            .processOutput: 1 << 30,
            .documentTime: 600,
            .documentMemory: 8 << 30,
        ]
    }

    public subscript(name: Name) -> Int {
        get { values[name] ?? .max }
        set { values[name] = newValue }
    }
}

extension Diagnostic {
    /// A document that passes a limit.
    /// - Parameters:
    ///   - name: the limit.
    ///   - finding: what was found, as a sentence without a full stop: `a cell covers 1000000000 columns`.
    package static func limitExceeded(
        _ name: ReadingLimits.Name,
        _ finding: String,
        limits: ReadingLimits,
        at place: SourcePlace? = nil
    ) -> Diagnostic {
        Diagnostic(
            "limit-exceeded",
            .error,
            "\(finding); the limit '\(name.rawValue)' is \(limits[name])",
            at: place,
            suggestion: "if you trust the file, raise it with --limit \(name.rawValue)=…"
        )
    }
}
