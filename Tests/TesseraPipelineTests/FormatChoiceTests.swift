import FileSystem
import TesseraModel
import TesseraPipeline
import TesseraWriters
import TestSupport
import Testing

/// Which formats a dataset is written in: the option goes before the pipeline file.
@Suite struct FormatChoiceTests {
    @Test func keepsTheOrderOfTheList() throws {
        #expect(try FormatChoice(["sqlite", "json", "sqlite"]).names == ["json", "sqlite"])
        #expect(try FormatChoice(["all"]).names == Writers.formats.map(\.name))
        #expect(try FormatChoice(["csv", "all"]).names == Writers.formats.map(\.name))
        #expect(FormatChoice.usual.names == ["json", "csv"])
    }

    @Test(arguments: [
        (["sqlit"], "there is no format 'sqlit'", "did you mean 'sqlite'?"),
        (["CSV"], "there is no format 'CSV'", "did you mean 'csv'?"),
        (["json", "alll"], "there is no format 'alll'", "did you mean 'all'?"),
        (
            ["parquet"], "there is no format 'parquet'",
            "the formats are json, csv, jsonl, sqlite, xlsx, markdown, or all"
        ),
        ([""], "no format is named", "the formats are json, csv, jsonl, sqlite, xlsx, markdown, or all"),
        ([], "no format is named", "the formats are json, csv, jsonl, sqlite, xlsx, markdown, or all"),
        (
            [String(repeating: "x", count: 5_000)], nil,
            "the formats are json, csv, jsonl, sqlite, xlsx, markdown, or all"
        ),
    ])
    func saysWhatIsWrong(words: [String], message: String?, suggestion: String) {
        do {
            _ = try FormatChoice(words)
            Issue.record("nothing was thrown")
        } catch {
            #expect(message == nil || error.message == message)
            #expect(error.suggestion == suggestion)
        }
    }

    /// The names of the files that a conversion makes.
    private func names(_ rule: FormatRule, key: String = "") throws -> Set<String> {
        try withTemporaryFolder { folder in
            let sources = try write([Made.document(revised: "June 2006")], into: folder)
            let pipeline = Pipeline(try PipelineDecoder.decode(Array((Made.pipeline + "\n" + key).utf8)))
            let conversion = Converter(PipelineSet([pipeline]), formats: rule).convert(sources[0])
            #expect(conversion.isSound(), "\(conversion.diagnostics)")
            return Set(conversion.files.map(\.name))
        }
    }

    @Test func thePipelineFileChooses() throws {
        #expect(try names(.pipeline).isSuperset(of: ["report.json", "cells.csv", "datapackage.json"]))
        #expect(try names(.pipeline).isDisjoint(with: ["cells.jsonl", "dataset.sqlite", "dataset.xlsx", "report.md"]))
        let chosen = try names(.pipeline, key: "write: [markdown, jsonl]")
        #expect(chosen.isSuperset(of: ["report.md", "cells.jsonl", "datapackage.json"]))
        #expect(chosen.isDisjoint(with: ["report.json", "cells.csv"]))
    }

    @Test func theOptionGoesBeforeThePipelineFile() throws {
        let chosen = try names(.chosen(try FormatChoice(["sqlite"])), key: "write: [markdown, jsonl]")
        #expect(chosen.contains("dataset.sqlite"))
        #expect(chosen.isDisjoint(with: ["report.md", "cells.jsonl", "cells.csv"]))
    }

    @Test func aCheckLooksWhatIsThere() throws {
        try withTemporaryFolder { folder in
            let output = try OutputFolder(folder)
            let file = OutputFile(name: "cells.jsonl", bytes: [])
            // The dataset of the document that `names` converts.
            _ = try output.write([file, OutputFile(name: "matrix.csv", bytes: [])], as: "made-2006-06")
            let chosen = try names(.present(in: folder), key: "write: markdown")
            #expect(chosen.isSuperset(of: ["cells.jsonl", "matrix.csv", "cells.csv"]))
            #expect(chosen.isDisjoint(with: ["report.md", "report.json"]))
            #expect(try names(.present(in: "\(folder)/nowhere"), key: "write: markdown").contains("report.md"))
        }
    }
}
