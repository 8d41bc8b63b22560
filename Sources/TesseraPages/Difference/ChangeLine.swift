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
            for (index, edit) in change.edits.prefix(ChangeLine.shownEdits).enumerated() {
                if index > 0 { "; " }
                if !edit.old.isEmpty { element("del", ["dir": "auto"]) { edit.old.shortened(to: 60) } }
                if !edit.old.isEmpty, !edit.new.isEmpty { " → " }
                if !edit.new.isEmpty { element("ins", ["dir": "auto"]) { edit.new.shortened(to: 60) } }
            }
            if change.edits.count > ChangeLine.shownEdits { " and more" }
            if let origin { element("span", ["class": "soft"]) { " from \(origin)" } }
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

    private var place: String { ChangeLine.place(change.new ?? change.old, change.subject) }

    /// Where a text was that has moved.
    private var origin: String? {
        guard change.kind == .moved, let old = change.old,
            old.row != change.new?.row || old.column != change.new?.column
        else { return nil }
        return ChangeLine.place(old, change.subject)
    }

    private static func place(_ side: Change.Side?, _ subject: Change.Subject) -> String {
        let address = [side?.row, side?.column].compactMap(\.self).joined(separator: "/")
        return address.isEmpty ? subject.rawValue : subject == .title ? "\(address), title" : address
    }

    private var excerpt: String {
        if let edit = change.edits.first {
            return [edit.old, edit.new].filter { !$0.isEmpty }.map { $0.shortened(to: 40) }.joined(separator: " → ")
        }
        return ((change.new ?? change.old)?.text ?? "").shortened(to: 70)
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
