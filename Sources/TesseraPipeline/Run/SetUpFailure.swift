public import TesseraModel

/// What makes a run impossible before it has begun: usage and pipeline files.
public struct SetUpFailure: Error, Sendable, Equatable {
    /// A diagnostic and the file or folder that it is about.
    public struct Finding: Sendable, Equatable {
        public var path: String
        public var diagnostic: Diagnostic
    }

    public var findings: [Finding]

    init(findings: [Finding]) { self.findings = findings }

    init(_ path: String, _ diagnostic: Diagnostic) {
        findings = [Finding(path: path, diagnostic: diagnostic)]
    }
}
