import Glibc
import TesseraModel
import TesseraPipeline

/// Reads a document again and again, or takes it from what was kept of it, and prints the milliseconds by the clock of each
/// time: another program may do a part of the reading.
///
/// Usage: reuse-extracts DOCUMENT FOLDER STEP
///
/// STEP is `read`, `keep` (reading, and keeping what was read), `reuse` or `sizes` (the bytes of the document and of its
/// extract). FOLDER is an output folder of its own
/// for each document.
@main
enum ReuseExtracts {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4 else { fail("usage: reuse-extracts DOCUMENT FOLDER STEP") }
        let source = SourcePath(file: arguments[1], name: arguments[1])
        let store = ExtractStore(in: try OutputFolder(arguments[2]), rule: .everything)
        switch arguments[3] {
        case "read": try measure { { try document(source, DocumentLoader()) } }
        case "keep":
            try measure {
                try store.prune(keeping: [])
                return { try document(source, DocumentLoader(extracts: store)) }
            }
        case "reuse":
            let loader = DocumentLoader(extracts: store)
            let first = try document(source, loader)
            try measure { { try document(source, loader) } }
            if try document(source, loader) != first { fail("what was kept differs from what was read") }
        case "sizes":
            let document = try document(source, DocumentLoader(extracts: store))
            print(document.origin.bytes, try store.size())
        default: fail("no step '\(arguments[3])'")
        }
    }

    private static func document(_ source: SourcePath, _ loader: DocumentLoader) throws -> SourceDocument {
        var log = DiagnosticLog()
        return try loader.load(source, log: &log)
    }

    /// - Parameter prepare: does what is not to be measured, and gives what is.
    private static func measure(_ prepare: () throws -> () throws -> SourceDocument) throws {
        for _ in 0..<11 {
            let step = try prepare()
            let begin = now()
            let document = try step()
            let end = now()
            // Giving back what was made is no part of making it.
            withExtendedLifetime(document) { print(end - begin) }
        }
    }

    private static func now() -> Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
    }

    private static func fail(_ message: String) -> Never {
        var line = "reuse-extracts: \(message)\n"
        line.withUTF8 { bytes in _ = unsafe write(2, bytes.baseAddress, bytes.count) }
        exit(1)
    }
}
