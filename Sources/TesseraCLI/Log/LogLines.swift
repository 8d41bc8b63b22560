import FileSystem
import Logging
import TesseraModel

/// Writes what is logged to standard error, a line each: moment, level, label, message, and metadata as `name=value`.
struct LogLines: LogHandler {
    let label: String
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let moment = Moment(milliseconds: FileSystem.timeOfDay)
        // In one piece, so that lines of several processes do not mix.
        Terminal.error.write(line(event, at: moment) + "\n")
    }

    /// The line without its end.
    func line(_ event: LogEvent, at moment: Moment) -> String {
        var line = "\(moment) \(event.level.rawValue) \(label): \(event.message)"
        let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
        for (name, value) in all.sorted(by: { $0.key < $1.key }) { line += " \(name)=\(LogLines.quoted("\(value)"))" }
        if let error = event.error { line += " error=\(LogLines.quoted("\(error)"))" }
        return line.escapedForTerminals
    }

    /// In quotation marks where one could not tell otherwise where it ends.
    private static func quoted(_ text: String) -> String {
        guard text.isEmpty || text.contains(where: { $0 == " " || $0 == "\"" || $0 == "=" }) else { return text }
        return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
