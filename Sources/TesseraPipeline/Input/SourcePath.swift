/// A source on its way: where it is, and how it is named in messages and in datasets.
public struct SourcePath: Sendable, Hashable {
    /// A file that holds a part of a report.
    public struct Part: Sendable, Hashable {
        /// Path that the operating system understands.
        public var file: String
        /// Path relative to the project, or the bare name for a file outside it.
        public var name: String
        /// The number that the name of the file gives it, or its place in a list.
        public var number: Int

        public init(file: String, name: String, number: Int) {
            self.file = file
            self.name = name
            self.number = number
        }
    }

    /// Path that the operating system understands; of a report in parts, what their paths have in common.
    public var file: String
    /// Path relative to the project, or the bare name for a file outside it: the same on every machine.
    public var name: String
    /// The folder of the document, from the input folder that was searched for documents; empty for that folder itself,
    /// and for a document that was named.
    public var folder: String
    /// The files of a report that was cut into several, in order; empty for a single file.
    public var parts: [Part]

    /// What the document is called where it stands beside others of the run: outside of the project, files of several
    /// folders may have one name.
    public var label: String {
        folder.isEmpty || name.hasSuffix("\(folder)/\(name.split(separator: "/").last ?? "")")
            ? name : "\(folder)/\(name)"
    }

    public init(file: String, name: String, folder: String = "", parts: [Part] = []) {
        self.file = file
        self.name = name
        self.folder = folder
        self.parts = parts
    }
}

/// The files of one report, where their names do not say that they are its parts.
public struct PartList: Sendable, Equatable {
    /// What the report is called: its source's name, where its files have many.
    public var name: String
    /// Paths relative to the project, in order.
    public var files: [String]

    public init(name: String, files: [String]) {
        self.name = name
        self.files = files
    }
}
