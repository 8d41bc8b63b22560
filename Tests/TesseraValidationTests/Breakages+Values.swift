import TesseraModel
import TesseraValidation
import Testing

/// Values of the other tables.
extension Breakage {
    static let ofValues: [Breakage] = [
        .value(
            "a position that is a word",
            "rows.csv",
            "II.4",
            "position",
            "second",
            ["invalid-value rows.csv:[II.4] II.4 position"]
        ),
        .value(
            "a position that is zero",
            "rows.csv",
            "II.4",
            "position",
            "0",
            ["invalid-value rows.csv:[II.4] II.4 position"]
        ),
        .value(
            "another title",
            "rows.csv",
            "II.4",
            "titles",
            "Agencies",
            ["changed-value rows.csv:[II.4] II.4 titles"]
        ),
        .value(
            "a row without a label",
            "rows.csv",
            "II.4",
            "labels",
            "",
            ["invalid-value rows.csv:[II.4] II.4 labels"]
        ),
        .value(
            "a role that there is not",
            "columns.csv",
            "laws",
            "role",
            "heading",
            ["invalid-value columns.csv:[laws] laws role"]
        ),
        .value(
            "a cell of the matrix that is shortened",
            "matrix.csv",
            "II.4",
            "laws",
            "In the U.S. Government",
            ["changed-value matrix.csv:[II.4] II.4 laws"]
        ),
        .value(
            "a place in the source that is another",
            "provenance.csv",
            "II.2+II.3/assistance",
            "end",
            "17:23",
            ["changed-value provenance.csv:[II.2+II.3/assistance] II.2+II.3/assistance 17:1 end"]
        ),
        .value(
            "the place of a cell that there is not",
            "provenance.csv",
            "II.2+II.3/assistance",
            "cell_id",
            "II.99/laws",
            ["dangling-key provenance.csv:[II.2+II.3/assistance] II.2+II.3/assistance 17:1 cell_id"]
        ),
        .value(
            "a reference to a row that there is not",
            "references.csv",
            "III.8/assistance#II.17",
            "row_id",
            "II.99",
            ["dangling-key references.csv:[III.8/assistance#II.17] III.8/assistance#II.17 row_id"]
        ),
        .value(
            "a reference of another kind",
            "references.csv",
            "III.8/assistance#II.17",
            "role",
            "footnote",
            ["invalid-value references.csv:[III.8/assistance#II.17] III.8/assistance#II.17 role"]
        ),
        .value(
            "another paragraph",
            "references.csv",
            "III.8/assistance#II.17",
            "paragraph",
            "18",
            ["changed-value references.csv:[III.8/assistance#II.17] III.8/assistance#II.17 paragraph"]
        ),
        .value(
            "another expansion",
            "acronyms.csv",
            "AECA",
            "expansion",
            "Arms Export Act",
            ["changed-value acronyms.csv:[AECA] AECA expansion"]
        ),
        .value(
            "another number of mentions",
            "acronyms.csv",
            "AECA",
            "mentions",
            "3",
            ["changed-value acronyms.csv:[AECA] AECA mentions"]
        ),
        .value(
            "the mention of an acronym that there is not",
            "acronym_mentions.csv",
            "II.2+II.3/laws@159",
            "acronym_id",
            "GCB",
            ["dangling-key acronym_mentions.csv:[II.2+II.3/laws@159] II.2+II.3/laws@159 acronym_id"]
        ),
        .value(
            "a mention that begins elsewhere",
            "acronym_mentions.csv",
            "II.2+II.3/laws@159",
            "start",
            "160",
            ["changed-value acronym_mentions.csv:[II.2+II.3/laws@159] II.2+II.3/laws@159 start"]
        ),
        .value(
            "an offset before the text",
            "acronym_mentions.csv",
            "II.2+II.3/laws@159",
            "start",
            "-159",
            ["invalid-value acronym_mentions.csv:[II.2+II.3/laws@159] II.2+II.3/laws@159 start"]
        ),
        .value(
            "another address",
            "links.csv",
            "II.12/laws@249",
            "url",
            "http://www.pmdtc.org/getform.htm",
            ["changed-value links.csv:[II.12/laws@249] II.12/laws@249 url"]
        ),
        .value(
            "an address that is none",
            "links.csv",
            "II.12/laws@249",
            "url",
            "getforms.htm",
            ["invalid-value links.csv:[II.12/laws@249] II.12/laws@249 url"]
        ),
        .value(
            "a link in a cell that there is not",
            "links.csv",
            "II.12/laws@249",
            "cell_id",
            "II.12/costs",
            ["dangling-key links.csv:[II.12/laws@249] II.12/laws@249 cell_id"]
        ),
        .value(
            "a resource whose link there is not",
            "resources.csv",
            "R1",
            "url",
            "http://www.state.gov/",
            ["dangling-key resources.csv:[R1] R1 url"]
        ),
        .value(
            "a kind of entity that there is not",
            "entities.csv",
            "II.2+II.3/laws@0",
            "type",
            "nation",
            ["invalid-value entities.csv:[II.2+II.3/laws@0] II.2+II.3/laws@0 type"]
        ),
        .value(
            "a country in the place of a number",
            "entities.csv",
            "II.2+II.3/laws@298",
            "value",
            "USA",
            ["changed-value entities.csv:[II.2+II.3/laws@298] II.2+II.3/laws@298 value"]
        ),
    ]
}
