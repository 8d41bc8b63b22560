import TesseraModel
import Testing

/// What is written at once is what the tree of values would be written as.
@Suite struct JSONMembersTests {
    private struct Place {
        var line: Int
    }

    private struct Note {
        var text: String
        var author: String?
        var place: Place?
        var replies: [Note] = []
        var marks: [String] = []
    }

    private static let place = JSONShape<Place>([
        .member("line", .integer(from: 1), "Number of the line") { .number($0.line) }
    ])

    private static let reply = JSONShape<Note>([.member("text", .string(), "The text") { .string($0.text) }])

    private static let note = JSONShape<Note>(
        [
            .member("text", .string(), "The text") { .string($0.text) },
            .optional("author", .string(), "Who wrote it") { $0.author.map(JSONValue.string) },
            .list("replies", .array(of: reply.schema), "Replies", of: reply) { $0.replies },
            .optionalList("later", .array(of: reply.schema, minItems: 1), "Replies to them", of: reply) {
                $0.replies.flatMap(\.replies)
            },
            .member("marks", .array(of: .string()), "Marks") { .array($0.marks.map(JSONValue.string)) },
        ] + place.members(ofOptional: { $0.place })
    )

    private static let notes: [Note] = [
        Note(text: ""),
        Note(text: "“one”\n\n\"two\"\\\u{1}", author: "A", place: Place(line: 3), marks: ["x", "\t"]),
        Note(
            text: "three",
            replies: [Note(text: "four", replies: [Note(text: "five")]), Note(text: "six")]
        ),
    ]

    @Test(arguments: notes.indices, [JSONText.Layout.indented, .line])
    func writesWhatTheTreeSays(index: Int, layout: JSONText.Layout) {
        let note = Self.notes[index]
        var text = JSONText(layout)
        Self.note.write(note, to: &text)
        text.endLine()
        let tree = Self.note.json(note)
        #expect(
            String(decoding: text.bytes, as: UTF8.self)
                == String(decoding: layout == .line ? tree.line() : tree.serialised(), as: UTF8.self)
        )
    }

    @Test func sortsMembersAndLeavesOutWhatIsAbsent() {
        #expect(Self.note.json(Self.notes[0]).description == #"{"marks": [], "replies": [], "text": ""}"#)
        #expect(
            Self.note.json(Self.notes[2]).description
                == #"{"later": [{"text": "five"}], "marks": [], "replies": [{"text": "four"}, {"text": "six"}], "#
                + #""text": "three"}"#
        )
    }

    @Test func aListIsOptionalWhereItMayBeAbsent() {
        #expect(Self.note.members.filter(\.isOptional).map(\.name) == ["author", "later", "line"])
    }
}
