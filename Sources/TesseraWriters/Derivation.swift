/// What made a dataset out of its source.
public struct Derivation: Sendable, Equatable {
    /// A pipeline file.
    public struct PipelineFile: Sendable, Equatable {
        /// Path relative to the project, with `/` as separator; the bare name for a file outside it.
        public var path: String
        /// SHA-256 of the file in lower-case hexadecimal digits.
        public var sha256: String

        public init(path: String, sha256: String) {
            self.path = path
            self.sha256 = sha256
        }
    }

    /// Name of the program.
    public var program: String
    /// Version of the program.
    public var version: String
    /// The pipeline file; nil where the pipeline was made in memory.
    public var pipeline: PipelineFile?

    public init(program: String = "tessera", version: String, pipeline: PipelineFile? = nil) {
        self.program = program
        self.version = version
        self.pipeline = pipeline
    }
}
