import TesseraHTML
import TesseraModel
import TesseraVersions

/// A change in one line.
struct ChangeLine {
    private let change: Change

    init(_ change: Change) { self.change = change }

    /// The name of the change in the page.
    var anchor: String { "c\(change.number)" }

    /// The line above the texts that it is about.
    var html: HTML {
        element(
            "li",
            ["id": anchor, "class": "told", "data-kind": change.kind.rawValue, "tabindex": "-1", "aria-label": label]
        ) {
            element("span", ["class": "kind \(change.kind.look)"]) { change.kind.words }
            " "
            if let names {
                element("del", ["dir": "auto"]) { names.old }
                " → "
                element("ins", ["dir": "auto"]) { names.new }
            }
            for (index, edit) in change.edits.prefix(ChangeLine.shownEdits).enumerated() {
                if index > 0 { "; " }
                if !edit.old.isEmpty { element("del", ["dir": "auto"]) { edit.old.shortened(to: 60) } }
                if !edit.old.isEmpty, !edit.new.isEmpty { " → " }
                if !edit.new.isEmpty { element("ins", ["dir": "auto"]) { edit.new.shortened(to: 60) } }
            }
            if change.edits.count > ChangeLine.shownEdits { " and more" }
            if let origin { element("span", ["class": "soft"]) { " from \(origin)" } }
            if change.kind == .moved, change.subject == .row, origin == nil {
                element("span", ["class": "soft"]) { " to another place among the rows" }
            }
            if let note = change.note { element("span", ["class": "soft"]) { " \(note)" } }
        }
    }

    private static let shownEdits = 4

    /// The line in the list of all changes, a link.
    var entry: HTML {
        element("li", ["data-kind": change.kind.rawValue]) {
            element("a", ["href": "#\(anchor)"]) {
                element("span", ["class": "kind \(change.kind.look)"]) { change.kind.words }
                element("span", ["class": "place"]) { " \(place)" }
                element("span", ["class": "excerpt", "dir": "auto"]) { " \(excerpt)" }
            }
        }
    }

    private var label: String { "Change \(change.number): \(change.kind.words), \(place)" }

    /// Where it is; of what has moved or has another number both places.
    private var place: String {
        guard let side = change.new ?? change.old else { return change.subject.rawValue }
        let place = ChangeLine.place(of: change, side)
        if let origin { return "\(origin) → \(place)" }
        if names != nil, let old = change.old?.row, let new = change.new?.row, old != new {
            return "row \(old) → \(new)"
        }
        return place
    }

    /// Where a text was that has moved.
    private var origin: String? {
        guard change.kind == .moved, let old = change.old, let new = change.new, !ChangeLine.isSamePlace(old, new)
        else { return nil }
        return ChangeLine.place(of: change, old)
    }

    /// Whether two texts stand in the same cell, or both in none.
    static func isSamePlace(_ one: Change.Side, _ other: Change.Side) -> Bool {
        one.row == other.row && one.column == other.column
    }

    /// The place of one side of a change, in words.
    static func place(of change: Change, _ side: Change.Side) -> String {
        var oneSided = change
        oneSided.old = nil
        oneSided.new = side
        let place = DifferenceLines.place(of: oneSided)
        // What stands in no cell stands around them.
        return place.isEmpty ? "text around the matrix" : place
    }

    /// What a row was called before, and what it is called now, where that is what has changed.
    private var names: (old: String, new: String)? {
        guard change.subject == .row, [.renumbered, .split, .merged].contains(change.kind), let old = change.old,
            let new = change.new
        else { return nil }
        let oldName = ChangeLine.name(of: old)
        let newName = ChangeLine.name(of: new)
        guard oldName == newName else { return (oldName, newName) }
        // The first labels are the same: the ids tell the rows apart, or else all of their labels and titles.
        if let before = old.row, let after = new.row, before != after { return (before, after) }
        return old.text == new.text ? nil : (old.text.shortened(to: 100), new.text.shortened(to: 100))
    }

    /// The first line of each row, which is its label.
    private static func name(of side: Change.Side) -> String {
        let name = side.text.split(separator: "\n\n").compactMap { $0.split(separator: "\n").first }
            .joined(separator: "; ")
        return name.isEmpty ? side.row ?? "" : name.shortened(to: 100)
    }

    private var excerpt: String {
        if let names { return "\(names.old) → \(names.new)" }
        if let edit = change.edits.first {
            return [edit.old, edit.new].filter { !$0.isEmpty }.map { $0.shortened(to: 40) }.joined(separator: " → ")
        }
        // What went says more than the `N/A` in its place.
        let told = change.kind == .textToNotApplicable ? change.old : change.new ?? change.old
        return (told?.text ?? "").shortened(to: 70)
    }
}

extension Change.Kind {
    /// The kind in words: `number updated`.
    var words: String { rawValue.split(separator: "-").joined(separator: " ") }

    /// Its class in the style sheet.
    var look: String {
        switch self {
        case .added: "good"
        case .removed: "bad"
        case .cannotCompare: "warn"
        default: "other"
        }
    }
}
