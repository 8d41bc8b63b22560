import TesseraModel
import TesseraReaders
import TesseraStages
import TesseraWriters

/// All keys of a pipeline file, one line a key. The README explains them at length.
extension PipelineKeys {
    static let file = PipelineKeys(
        "a pipeline file",
        [
            .required("tessera", .version, "Version of this notation"),
            .required("id", .name, "Datasets are named after it"),
            .required("title", .text, "Title of the dataset"),
            .optional(
                "language",
                .textLike("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*"),
                "Language tag (BCP 47). Default: what the document states, if anything"
            ),
            .optional(
                "match",
                .patterns,
                "Lines that a document must have, all of them. Default: the first heading of each content column"
            ),
            .required(
                "columns",
                .list(column),
                "The columns from left to right; exactly one is the row heading"
            ),
            .required("rows", .mapping(rows), "How rows are labelled"),
            .optional("revision", .patterns, "Where the revision date stands; must capture 'revised', a date"),
            .optional("document_code", .patterns, "A line that is the code of the document"),
            .optional("glossary", .mapping(glossary), "The report's own list of acronyms"),
            .optional("resources", .mapping(resources), "The report's own list of links"),
            .optional("discard", .list(discard), "Lines to leave out"),
            .optional("cells", .mapping(cells), "What cells say in a word"),
            .optional("references", .mapping(references), "What cells refer to"),
            .optional("acronyms", .mapping(acronyms), "What acronyms mean"),
            .optional("entities", .mapping(entities), "Dates, amounts, places and organisations inside cells"),
            .optional("publication", .mapping(publication), "Where the report comes from, and the terms of use"),
            .optional(
                "write",
                .someWords(Writers.formats.map(\.name) + [FormatChoice.every]),
                "The formats of the dataset",
                usual: .array(FormatChoice.usual.names.map(JSONValue.string))
            ),
            .optional("links", .mapping(links), "What became of hosts that the report links to"),
            .optional("expect", .list(expectation), "What must be found"),
            .optional(
                "reference",
                .text,
                "The dataset of an earlier version of the report, from the project's folder: it shows where cells begin"
            ),
            .optional("xml", .mapping(xml), "What the elements are of documents that come as XML of their own kind"),
            .optional(
                "layout",
                .word(PlainTextReader.layoutNames),
                "How plain text marks its cells. Default: the most likely layout"
            ),
            .optional("parts", .filesByName, "Reports that are cut into files: a name, and the list of its files"),
        ]
    )

    /// A pattern that is no heading pattern.
    static let pattern = PipelineKeys("a pattern", [.required("regex", .text, "A regular expression, PCRE2")])

    static let column = PipelineKeys(
        "a column",
        [
            .required("id", .name, "Id of the column"),
            .optional(
                "role",
                .word(Column.Role.allCases.map(\.rawValue)),
                "Whether the column holds the headings of rows, or content",
                usual: .string(Column.Role.content.rawValue)
            ),
            .required("heading", .patterns, "The headings that the column goes by"),
        ]
    )

    private static let rows = PipelineKeys(
        "'rows'",
        [
            .required("label", .patterns, "How a row begins; must capture 'paragraph', may capture 'section', 'point'"),
            .optional("group", .patterns, "Lines that head the rows below them; may capture 'section', 'point'"),
            .optional("unnumbered", .patterns, "What stands in the place of a label where a row has no number"),
            .required("scheme", .text, "Name of the numbering, for references.csv"),
        ]
    )

    private static let glossary = PipelineKeys(
        "'glossary'",
        [.required("heading", .patterns, "The line above the list of acronyms")]
    )

    private static let resources = PipelineKeys(
        "'resources'",
        [
            .required("heading", .patterns, "The line above the list of links"),
            .optional(
                "organisation",
                .patterns,
                "Lines that name organisations. Default: the first of several lines above a link"
            ),
        ]
    )

    static let discard = PipelineKeys(
        "an entry of 'discard'",
        [
            .required("reason", .name, "Why, for instance page-number or running-head"),
            .required("line", .patterns, "What such a line looks like"),
        ]
    )

    private static let cells = PipelineKeys(
        "'cells'",
        [
            .optional(
                "not_applicable",
                .patterns,
                "Cells that say there is nothing to say; a list of your own takes the place of the usual words",
                usual: .array(PipelineDefinition.usualNotApplicable.map(JSONValue.string))
            ),
            .optional("see_elsewhere", .patterns, "Cells that only point elsewhere"),
            .optional("status", .patternsByName, "Words for what else cells say, with their patterns"),
        ]
    )

    private static let references = PipelineKeys(
        "'references'",
        [
            .optional("mention", .patterns, "References inside cells, with the captures of a label"),
            .optional("further", .patterns, "What names more paragraphs behind a mention and a comma or 'and'"),
            .optional("scheme", .text, "The numbering that these follow. Default: that of the rows"),
            .optional(
                "previous",
                .patterns,
                "Phrases that point to the row above. Default: 'see previous', 'ibid.' and their like; [] for none"
            ),
            .optional(
                "documents",
                .words(DocumentFamily.allCases.map(\.rawValue)),
                "Kinds of documents whose symbols are looked for",
                usual: .array(DocumentFamily.allCases.map { .string($0.rawValue) })
            ),
        ]
    )

    private static let acronyms = PipelineKeys(
        "'acronyms'",
        [
            .optional("ignore", .texts, "Words that look like acronyms and are none"),
            .optional("same", .textsByText, "Spellings that are no conflict"),
            .optional("gazetteers", .shortList(gazetteer), "CSV files of acronyms, asked in their order"),
        ]
    )

    static let gazetteer = PipelineKeys(
        "an entry of 'gazetteers'",
        [
            .required("file", .text, "Path of the file, from the project's folder"),
            .optional("scope", .texts, "Only these scopes count, and entries without one. Default: all"),
        ]
    )

    private static let entities = PipelineKeys(
        "'entities'",
        [
            .optional(
                "types",
                .words(Entity.Kind.allCases.map(\.rawValue)),
                "What is looked for",
                usual: .array(Entity.Kind.allCases.map { .string($0.rawValue) })
            ),
            .optional("dollar", .text, "The currency that a $ alone means, after ISO 4217", usual: "USD"),
        ]
    )

    private static let publication = PipelineKeys(
        "'publication'",
        [
            .optional("publisher", .text, "Who published the report"),
            .optional(
                "url",
                .textByRevision(webAddress),
                "Address of the report on the web; for all revisions, or a mapping from revisions to addresses"
            ),
            .optional(
                "description",
                .text,
                "What the dataset is about. Default: how much it holds, and of which report"
            ),
            .optional("keywords", .texts, "Words by which the dataset is found"),
            .optional("contributors", .shortList(contributor), "Who had a part in the dataset or in the report"),
            .optional("homepage", .textLike(webAddress), "Address of a page on the web about the dataset"),
            .optional(
                "doi",
                .textByRevision("10[.][0-9.]+/[!-~]+"),
                "The Digital Object Identifier of the dataset, without a resolver in front; "
                    + "for all revisions, or a mapping from revisions to identifiers"
            ),
            .optional("licence", .mapping(licence), "Terms of use"),
        ]
    )

    static let contributor = PipelineKeys(
        "an entry of 'contributors'",
        [
            .required("title", .text, "The name of a person or an organisation"),
            .optional("roles", .texts, "What the part was: author, contact, translator, …"),
            .optional("url", .textLike(webAddress), "Address of a page on the web"),
            .optional("organisation", .text, "The organisation that a person belongs to"),
        ]
    )

    /// What an address may hold (RFC 3986, appendix A).
    private static let webAddress = "https?://[!#$%&'()*+,./0-9:;=?@A-Z\\[\\]_a-z~-]+"

    private static let licence = PipelineKeys(
        "'licence'",
        [
            .optional("name", .textLike("[A-Za-z0-9._-]+"), "Id in the list of the Open Definition or of SPDX"),
            .optional("title", .text, "What the licence is called"),
            .optional("url", .textLike(webAddress), "Address of its text"),
        ],
        needingOneOf: ["name", "url"]
    )

    private static let links = PipelineKeys(
        "'links'",
        [.optional("moved", .textsByText, "Hosts that have moved, and where to")]
    )

    static let expectation = PipelineKeys(
        "an entry of 'expect'",
        [
            .optional("revision", .textLike(ValuePattern.partialDate), "The revision that it is about. Default: all"),
            .optional("document_code", .text, "The code of the document"),
        ]
            + Expectation.Measure.allCases.map {
                .optional($0.rawValue, .number, "Number of \($0.rawValue.replacing("_", with: "-"))")
            }
    )

    private static let xml = PipelineKeys(
        "'xml'",
        [
            .required("root", .xmlNames, "The root elements of such documents"),
            .optional("namespace", .text, "The namespace of the root element. Default: any"),
            .required("table", .xmlNames, "Elements that are tables"),
            .required("row", .xmlNames, "Elements that are rows"),
            .optional("header_row", .xmlNames, "Elements that are rows of headings"),
            .required("cell", .xmlNames, "Elements that are cells"),
            .optional("heading", .xmlNames, "Elements that are headings; several are levels"),
            .optional("paragraph", .xmlNames, "Elements that are paragraphs"),
            .optional("line_break", .xmlNames, "Elements that break a line"),
            .optional("link", .mapping(xmlLink), "Elements that are links"),
            .optional("row_span", .xmlName, "The attribute of a cell that says how many rows it covers"),
            .optional("column_span", .xmlName, "The attribute of a cell that says how many columns it covers"),
            .optional("ignore", .xmlNames, "Elements to leave out"),
        ]
    )

    private static let xmlLink = PipelineKeys(
        "'link'",
        [
            .required("element", .xmlNames, "Elements that are links"),
            .required("target", .xmlName, "The attribute that holds their target"),
        ]
    )
}
