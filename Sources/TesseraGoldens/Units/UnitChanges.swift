import TesseraModel

/// What differs between two versions of a unit, thing by thing.
enum UnitChanges {
    static func changes(from old: [UnitContents.Part], to new: [UnitContents.Part]) -> [FieldChange] {
        var lists: [String] = []
        for part in new + old where !lists.contains(part.list) { lists.append(part.list) }
        let changes = lists.flatMap { list in
            let oldItems = old.filter { $0.list == list }.map(\.value)
            let newItems = new.filter { $0.list == list }.map(\.value)
            return isNamed(list) ? named(list, oldItems, newItems) : listed(list, oldItems, newItems)
        }
        // Where a text changes, what stands in it moves, and its end in the source: that is no news.
        guard !old.isEmpty, !new.isEmpty, changes.contains(where: { $0.aspect == .text }) else { return changes }
        return changes.filter { $0.aspect != .places && ($0.old != nil || $0.new != nil) }
    }

    /// Lists whose elements have members that are worth telling one by one.
    private static func isNamed(_ list: String) -> Bool {
        ["report", "columns", "rows", "cells", "acronyms", "resources"].contains(list)
    }

    /// Elements that are told apart by their ids.
    private static func named(_ list: String, _ old: [JSONObject], _ new: [JSONObject]) -> [FieldChange] {
        let oldByID = Dictionary(old.map { ($0.text("id"), $0) }) { first, _ in first }
        let newByID = Dictionary(new.map { ($0.text("id"), $0) }) { first, _ in first }
        let ids = MergedOrder.of(new.map { $0.text("id") }, old.map { $0.text("id") })
        // Of one thing, its name stands above.
        let isAlone = ids.count == 1
        var changes: [FieldChange] = []
        for id in ids {
            let found = members(oldByID[id], newByID[id])
            changes += found.map { change in
                isAlone ? change : FieldChange("\(id) \(change.label)", change.aspect, old: change.old, new: change.new)
            }
        }
        // The order of elements, or something that is repeated.
        if changes.isEmpty, old != new { changes.append(FieldChange(noun(list), .other, old: nil, new: nil)) }
        return changes
    }

    /// What people want to know first.
    private static let first = [
        "labels", "titles", "heading", "status", "text", "acronym", "expansion", "title", "url",
    ]
    /// What says nothing to people, or follows from the rest.
    private static let silent: Set<String> = ["id", "words", "column", "cell", "position", "schema", "version"]

    private static func members(_ old: JSONObject?, _ new: JSONObject?) -> [FieldChange] {
        let oldMembers = old ?? [:]
        let newMembers = new ?? [:]
        let keys = Set((oldMembers.sorted + newMembers.sorted).map(\.key)).subtracting(silent)
        let order = first.filter(keys.contains) + keys.subtracting(first).sorted()
        return order.flatMap { key -> [FieldChange] in
            let oldValue = oldMembers[key] ?? .null
            let newValue = newMembers[key] ?? .null
            guard oldValue != newValue else { return [] }
            if oldValue.isListOfObjects || newValue.isListOfObjects {
                return listed(key, oldMembers.objects(key), newMembers.objects(key))
            }
            if case .object(let value) = newValue { return nested(key, oldMembers.object(key), value) }
            if case .object(let value) = oldValue { return nested(key, value, [:]) }
            let texts = (oldValue.plainText, newValue.plainText)
            guard texts.0 != nil || texts.1 != nil else { return [] }
            return [FieldChange(noun(key), aspect(of: key), old: texts.0, new: texts.1)]
        }
    }

    private static func nested(_ key: String, _ old: JSONObject, _ new: JSONObject) -> [FieldChange] {
        members(old, new).map { FieldChange("\(noun(key)) \($0.label)", .other, old: $0.old, new: $0.new) }
    }

    /// Elements that are told apart by what they say.
    private static func listed(_ list: String, _ old: [JSONObject], _ new: [JSONObject]) -> [FieldChange] {
        let oldTexts = old.map { summary($0, in: list) }
        let newTexts = new.map { summary($0, in: list) }
        let difference = newTexts.difference(from: oldTexts)
        let removed = difference.removals.map(element)
        let added = difference.insertions.map(element)
        let label = noun(list)
        let aspect = aspect(of: list)
        var changes: [FieldChange] = []
        for index in 0..<max(removed.count, added.count) {
            let oldText = index < removed.count ? removed[index] : nil
            let newText = index < added.count ? added[index] : nil
            changes.append(FieldChange(label, aspect, old: oldText, new: newText))
        }
        if changes.isEmpty, old != new {
            changes.append(FieldChange("\(label): place in the text, or a detail", aspect, old: nil, new: nil))
        }
        return changes
    }

    private static func element(_ change: CollectionDifference<String>.Change) -> String {
        switch change {
        case .remove(_, let text, _), .insert(_, let text, _): text
        }
    }

    /// The members by which people know an element, in the order in which they are told.
    private static let telling = [
        "role", "kind", "type", "reason", "severity", "acronym", "key", "as_written", "text", "expansion", "section",
        "paragraph", "value", "unit", "qualifier", "row", "target", "url", "successor_url", "message", "origin",
    ]

    private static func summary(_ item: JSONObject, in list: String) -> String {
        if list == "provenance" { return place(item) }
        var words: [String] = []
        for key in telling {
            let text = item.text(key)
            if !text.isEmpty, words.last != text { words.append(text) }
        }
        return words.joined(separator: ", ")
    }

    /// A place in the source, with the stage that has found it: `17:1 to 17:22, segment`.
    static func place(_ provenance: JSONObject) -> String {
        let part = provenance.text("part")
        return (part.isEmpty ? "" : part + ":")
            + "\(provenance.text("start")) to \(provenance.text("end")), \(provenance.text("stage"))"
    }

    private static func noun(_ name: String) -> String {
        switch name {
        case "labels": "label"
        case "titles": "title"
        case "references": "reference"
        case "acronyms": "mention of an acronym"
        case "links": "link"
        case "other_links": "other link"
        case "entities": "entity"
        case "provenance", "start", "end", "part": "place"
        case "diagnostics": "note"
        case "repairs": "repair"
        case "uncertainties": "uncertainty"
        case "spans": "covered"
        case "glossary": "entry"
        case "front_matter", "back_matter", "discarded": "text"
        default: name.replacing("_", with: " ")
        }
    }

    private static func aspect(of name: String) -> GoldenUnit.Kind {
        switch name {
        case "text", "labels", "titles", "heading", "acronym", "expansion", "title", "url", "glossary", "front_matter",
            "back_matter", "discarded", "organisation":
            .text
        case "status": .status
        case "references", "acronyms", "links", "other_links", "entities", "conflict", "repairs": .findings
        case "confidence", "uncertainties", "evidence": .certainty
        case "provenance", "start", "end", "part": .places
        case "diagnostics": .notes
        default: .other
        }
    }
}

extension JSONValue {
    fileprivate var isListOfObjects: Bool {
        if case .array(let values) = self, case .object? = values.first { true } else { false }
    }

    /// A single value, or several, as people read them; nil for nothing.
    fileprivate var plainText: String? {
        switch self {
        case .null, .object: nil
        case .bool(let flag): flag ? "true" : "false"
        case .number(let number): number.plainDescription
        case .string(let text): text
        case .array(let values): values.isEmpty ? nil : values.compactMap(\.plainText).joined(separator: " | ")
        }
    }
}
