import Glibc
import TesseraModel
import TesseraReaders

/// Reads one document as Tessera does, and does nothing with it.
///
/// Usage: read-document FILE
@main
enum ReadDocument {
    static func main() {
        guard CommandLine.arguments.count == 2, let bytes = contents(of: CommandLine.arguments[1]) else {
            fail("usage: read-document FILE")
        }
        let origin = Origin(path: CommandLine.arguments[1], mediaType: "", sha256: "", bytes: bytes.count)
        let file = SourceFile(bytes: bytes, origin: origin)
        var log = DiagnosticLog()
        do {
            let document = try Readers.standard.reader(for: file).read(file, log: &log)
            // The document is as large as its text; giving it back piece by piece is no part of reading.
            withExtendedLifetime(document) { exit(0) }
        } catch {
            fail(error.diagnostic.message)
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
        var line = "read-document: \(message)\n"
        line.withUTF8 { bytes in _ = unsafe write(2, bytes.baseAddress, bytes.count) }
        exit(1)
    }
}
