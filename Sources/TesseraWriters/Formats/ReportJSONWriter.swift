public import TesseraModel

/// Writes `report.json`: the whole report, nested.
public struct ReportJSONWriter: Writer {
    public init() {}

    public let name = "json"
    public let title = "JSON, the whole report"
    public let files = [DatasetFile("report.json", "The whole report, nested", mediaType: "application/json")]

    /// The JSON Schema (draft-07) of `report.json`.
    public static var schema: JSONValue { ReportJSON.schema }

    public func write(_ report: CheckedReport, after written: [OutputFile]) -> [OutputFile] {
        var text = JSONText()
        ReportJSON.file.write(IndexedReport(report.report, diagnostics: report.diagnostics), to: &text)
        text.endLine()
        return [OutputFile(name: "report.json", bytes: text.bytes)]
    }

    /// The report as a JSON value.
    public static func json(_ report: Report, diagnostics: [Diagnostic]) -> JSONValue {
        ReportJSON.file.json(IndexedReport(report, diagnostics: diagnostics))
    }
}
