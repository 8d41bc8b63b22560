import TesseraModel
import TesseraValidation
import Testing

/// Values of cells: each keeps its record, and is told with it.
extension Breakage {
    static let ofCells: [Breakage] = [
        .table("a shortened cell", "cells.csv", ["changed-value cells.csv:[II.4/laws] II.4/laws text"]) {
            try $0.set("II.4/laws", "text", String(try $0.get("II.4/laws", "text").dropLast(20)))
        },
        .table("a word put into a cell", "cells.csv", ["changed-value cells.csv:[III.8/laws] III.8/laws text"]) {
            try $0.set("III.8/laws", "text", "Formerly, " + (try $0.get("III.8/laws", "text")))
        },
        .table(
            "two cells in each other's place",
            "cells.csv",
            [
                "changed-value cells.csv:[II.4/laws] II.4/laws text",
                "changed-value cells.csv:[II.4/assistance] II.4/assistance text",
            ]
        ) {
            let laws = try $0.get("II.4/laws", "text")
            try $0.set("II.4/laws", "text", try $0.get("II.4/assistance", "text"))
            try $0.set("II.4/assistance", "text", laws)
        },
        .table(
            "a paragraph break that is gone",
            "cells.csv",
            ["changed-value cells.csv:[II.6/laws] II.6/laws text"]
        ) {
            let paragraphs = try $0.get("II.6/laws", "text").split(separator: "\n\n")
            try #require(paragraphs.count > 1)
            try $0.set("II.6/laws", "text", paragraphs.joined(separator: " "))
        },
        .value(
            "a cell that is emptied",
            "cells.csv",
            "II.4/laws",
            "text",
            "",
            ["changed-value cells.csv:[II.4/laws] II.4/laws text"]
        ),
        .value(
            "another number of words",
            "cells.csv",
            "II.4/laws",
            "words",
            "99",
            ["changed-value cells.csv:[II.4/laws] II.4/laws words"]
        ),
        .value(
            "a number of words that is none",
            "cells.csv",
            "II.4/laws",
            "words",
            "many",
            ["invalid-value cells.csv:[II.4/laws] II.4/laws words"]
        ),
        .value(
            "a number of words with a fraction",
            "cells.csv",
            "II.4/laws",
            "words",
            "12.5",
            ["invalid-value cells.csv:[II.4/laws] II.4/laws words"]
        ),
        .value(
            "a negative number of words",
            "cells.csv",
            "II.4/laws",
            "words",
            "-1",
            ["invalid-value cells.csv:[II.4/laws] II.4/laws words"]
        ),
        .value(
            "a status that there is not",
            "cells.csv",
            "II.4/laws",
            "status",
            "written",
            ["invalid-value cells.csv:[II.4/laws] II.4/laws status"]
        ),
        .value(
            "another status",
            "cells.csv",
            "II.4/laws",
            "status",
            "empty",
            ["changed-value cells.csv:[II.4/laws] II.4/laws status"]
        ),
        .value(
            "no status",
            "cells.csv",
            "II.4/laws",
            "status",
            "",
            ["invalid-value cells.csv:[II.4/laws] II.4/laws status"]
        ),
        .value(
            "a confidence out of range",
            "cells.csv",
            "II.4/laws",
            "confidence",
            "1.5",
            ["invalid-value cells.csv:[II.4/laws] II.4/laws confidence"]
        ),
        .value(
            "a confidence in words",
            "cells.csv",
            "II.4/laws",
            "confidence",
            "high",
            ["invalid-value cells.csv:[II.4/laws] II.4/laws confidence"]
        ),
        .value(
            "a row that there is not",
            "cells.csv",
            "II.4/laws",
            "row_id",
            "II.99",
            ["dangling-key cells.csv:[II.4/laws] II.4/laws row_id"]
        ),
        .value(
            "another row",
            "cells.csv",
            "II.4/laws",
            "row_id",
            "III.8",
            ["changed-value cells.csv:[II.4/laws] II.4/laws row_id"]
        ),
        .value(
            "a column that there is not",
            "cells.csv",
            "II.4/laws",
            "column_id",
            "costs",
            ["dangling-key cells.csv:[II.4/laws] II.4/laws column_id"]
        ),
        .value(
            "another cell id",
            "cells.csv",
            "II.4/laws",
            "cell_id",
            "II.5/laws",
            ["changed-value cells.csv:[II.4/laws] II.4/laws cell_id"]
        ),
        .value(
            "a cell id that is there already",
            "cells.csv",
            "II.4/laws",
            "cell_id",
            "II.2+II.3/laws",
            ["repeated-key cells.csv:[II.4/laws] II.2+II.3/laws cell_id"]
        ),
    ]
}
