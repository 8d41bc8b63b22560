import Glibc
import TesseraModel
import TesseraPipeline
import TesseraReaders
import TesseraWriters

/// Does one step of a conversion again and again, and prints the milliseconds of processor time of each time.
///
/// Usage: convert-steps DOCUMENT PIPELINE STEP [TIMES]
///
/// STEP is `read`, `segment` (reading and segmenting), `report` (reading and all that makes the finished report), `tables`
/// (reading and all, up to CSV in memory), the name of a format, or `descriptions` (of the files of all formats). `sizes`
/// prints the bytes of the text of all cells and of what each of these writes, a name and a number a line. Without TIMES,
/// it is done 11 times.
@main
enum ConvertSteps {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard (4...5).contains(arguments.count), let times = Int(arguments.count > 4 ? arguments[4] : "11"), times > 0,
            let document = contents(of: arguments[1]), let pipeline = contents(of: arguments[2])
        else { fail("usage: convert-steps DOCUMENT PIPELINE STEP [TIMES]") }
        let origin = Origin(path: arguments[1], mediaType: "", sha256: "", bytes: document.count)
        let file = SourceFile(bytes: document, origin: origin)
        let spine = Pipeline(try PipelineDecoder.decode(pipeline))
        switch arguments[3] {
        case "read": try measure(times) { try read(file) }
        case "segment":
            try measure(times) {
                var log = DiagnosticLog()
                return try spine.report(of: read(file), after: .segment, log: &log)
            }
        case "report": try measure(times) { try report(of: file, spine) }
        case "tables":
            let writer = try writer("csv")
            try measure(times) { try writer.write(report(of: file, spine), after: []) }
        case "descriptions":
            let report = try report(of: file, spine)
            let files = try Writers.formats.flatMap { try $0.write(report, after: []) }
            try measure(times) { try spine.descriptions(of: report, after: files) }
        case "sizes":
            let report = try report(of: file, spine)
            print("text", report.report.cells.reduce(0) { $0 + $1.text.utf8.count })
            var files: [OutputFile] = []
            for writer in Writers.formats {
                let written = try writer.write(report, after: [])
                print(writer.name, written.reduce(0) { $0 + $1.bytes.count })
                files += written
            }
            let descriptions = try spine.descriptions(of: report, after: files)
            print("descriptions", descriptions.reduce(0) { $0 + $1.bytes.count })
        case let name:
            let writer = try writer(name)
            let report = try report(of: file, spine)
            try measure(times) { try writer.write(report, after: []) }
        }
    }

    private static func writer(_ name: String) throws -> any Writer {
        guard let writer = Writers.formats.first(where: { $0.name == name }) else { fail("no step '\(name)'") }
        return writer
    }

    private static func report(of file: SourceFile, _ spine: Pipeline) throws -> CheckedReport {
        var log = DiagnosticLog()
        let document = try Readers.standard.reader(for: file).read(file, log: &log)
        return try spine.checkedReport(of: document, log: log)
    }

    private static func read(_ file: SourceFile) throws(DocumentFailure) -> SourceDocument {
        var log = DiagnosticLog()
        return try Readers.standard.reader(for: file).read(file, log: &log)
    }

    private static func measure<Result>(_ times: Int, _ step: () throws -> Result) throws {
        for number in 1...times {
            let begin = clock()
            let result = try step()
            let end = clock()
            // Giving back what was made is no part of making it.
            withExtendedLifetime(result) {
                print(Double(end - begin) * 1000 / Double(CLOCKS_PER_SEC))
                if number == times { exit(0) }
            }
        }
    }

    private static func contents(of path: String) -> [UInt8]? {
        guard let file = unsafe fopen(path, "rb") else { return nil }
        defer { unsafe fclose(file) }
        unsafe fseek(file, 0, SEEK_END)
        let size = unsafe ftell(file)
        unsafe rewind(file)
        guard size >= 0 else { return nil }
        return unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = unsafe fread(buffer.baseAddress, 1, size, file)
        }
    }

    private static func fail(_ message: String) -> Never {
        var line = "convert-steps: \(message)\n"
        line.withUTF8 { bytes in _ = unsafe write(2, bytes.baseAddress, bytes.count) }
        exit(1)
    }
}
