public import TesseraModel

/// A fact about a document, a row or a cell, with the facts that it rests on.
public struct Finding: Sendable, Equatable {
    /// What kind of fact it is: `layout`, `label`, `discarded`.
    public var kind: String
    public var text: String
    public var place: SourcePlace?
    public var findings: [Finding]

    init(_ kind: String, _ text: String, at place: SourcePlace? = nil, _ findings: [Finding] = []) {
        self.kind = kind
        self.text = text
        self.place = place
        self.findings = findings
    }

    /// The same for a program: `kind`, `text`, `start`, `end`, `part`, `findings`.
    public var json: JSONValue {
        var members: JSONObject = ["kind": .string(kind), "text": .string(text)]
        if let place {
            members = members.adding([
                "part": .string(place.part), "start": .string(place.start.description),
                "end": .string(place.end.description),
            ])
        }
        if !findings.isEmpty { members["findings"] = .array(findings.map(\.json)) }
        return .object(members)
    }

    /// The same as an indented outline, with a final newline.
    public var outline: String {
        var outline = OutlineText()
        write(to: &outline)
        return outline.text
    }

    private func write(to outline: inout OutlineText) {
        outline.line(text.isEmpty ? kind : "\(kind): \(text)", place)
        outline.indented { outline in
            for finding in findings { finding.write(to: &outline) }
        }
    }
}

extension Row.Evidence {
    /// What it means, as a sentence without a full stop.
    var sentence: String {
        switch self {
        case .markedRows: "the source marks rows and cells"
        case .markedCells: "the source marks cells, and the label shows where the row begins"
        case .printedLines: "the source marks columns, and labels show which printed lines belong together"
        case .countedCells: "nothing marks the cells, and there is only one way to put the paragraphs into them"
        case .referenceDataset: "nothing marks the cells, and an earlier version of the report shows them"
        case .wording: "nothing marks the cells; the shape of titles and the words of the columns show what is likely"
        case .brokenOrder: "the order of the text is broken, so that no cell can be told"
        case .noLabel: "the source has lost the row's label"
        }
    }
}

extension Uncertainty.Reason {
    /// What it means, as a sentence without a full stop; nil for one of another program.
    var sentence: String? {
        switch self {
        case .paragraphs: "a paragraph may end where a printed line is full"
        case .joinedWord: "a word is parted by the end of a printed line"
        case .cellBorder: "the text does not determine where the cell begins or ends"
        case .referenceBorder: "the text does not determine where the cell begins or ends; the earlier version does"
        case .brokenOrder: "the order of the text is broken"
        default: nil
        }
    }
}
