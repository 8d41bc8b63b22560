public import TesseraModel

/// Writes `run.json`: what became of each document. It depends on the documents alone, not on clock or machine.
public enum RunReport {
    /// The run report as a file of the output folder.
    /// - Parameters:
    ///   - outcomes: one for each document, in the order of the run.
    ///   - skipped: files of the input folders that no reader's name fits.
    ///   - version: version of the program.
    public static func file(_ outcomes: [RunOutcome], skipped: [SourcePath], version: String) -> OutputFile {
        OutputFile(name: "run.json", bytes: json(outcomes, skipped: skipped, version: version).serialised())
    }

    /// The run report as a JSON value.
    public static func json(_ outcomes: [RunOutcome], skipped: [SourcePath], version: String) -> JSONValue {
        let counts = Dictionary(grouping: outcomes, by: \.status).mapValues(\.count)
        return .object([
            "schema": "urn:tessera:schema:run:1",
            "program": .string("tessera \(version)"),
            "summary": .object(
                JSONObject(RunOutcome.Status.allCases.map { (key: $0.rawValue, value: .number(counts[$0] ?? 0)) })
            ),
            "documents": .array(outcomes.map(document)),
            "skipped_files": .array(skipped.map { .string($0.name) }),
        ])
    }

    private static func document(_ outcome: RunOutcome) -> JSONValue {
        let conversion = outcome.conversion
        var members: JSONObject = [
            "source": .string(conversion.source.name),
            "status": .string(outcome.status.rawValue),
            "sha256": .optional(conversion.origin?.sha256),
            "format": .optional(conversion.origin?.mediaType),
            "pipeline": .optional(conversion.pipeline),
            "report": .optional(conversion.reportID),
            "diagnostics": .array(conversion.diagnostics.map(\.json)),
        ]
        if !conversion.source.parts.isEmpty {
            members["parts"] = .array(conversion.source.parts.map { .string($0.name) })
        }
        if let size = conversion.size {
            members["counts"] = .object([
                "rows": .number(size.rows), "cells": .number(size.cells), "acronyms": .number(size.acronyms),
                "links": .number(size.links), "references": .number(size.references),
                "discarded": .number(size.discarded),
            ])
        }
        return .object(members)
    }
}
