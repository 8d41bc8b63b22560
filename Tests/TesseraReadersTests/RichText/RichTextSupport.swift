import TesseraModel
import TesseraReaders
import TestSupport

/// What the content of a document in Rich Text Format becomes, with what was said of it.
func readRichText(_ content: String) throws -> ReadMarkup {
    try ReadMarkup(RichTextReader(), #"{\rtf1\ansi\ansicpg1252\deff0 \#(content)}"#, path: "Input/report.rtf")
}

/// The blocks of a document as lines; nothing may be said of it.
func richText(_ content: String) throws -> [String] {
    let read = try readRichText(content)
    return read.lines + read.diagnostics.map { "\($0.severity): \($0.id)" }
}

/// The rows of the first table as lines.
func richTable(_ content: String) throws -> [String] { try readRichText(content).document.sketch }
