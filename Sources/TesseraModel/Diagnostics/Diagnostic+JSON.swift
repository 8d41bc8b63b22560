extension Diagnostic {
    /// The diagnostic as programs read it, in run reports and datasets.
    public var json: JSONValue {
        var members: JSONObject = [
            "id": .string(id), "severity": .string(severity.rawValue), "message": .string(message),
        ]
        if let place {
            members["place"] = .object([
                "part": .string(place.part), "start": .string(place.start.description),
                "end": .string(place.end.description),
            ])
        }
        if let cell { members["cell"] = .string(cell.description) }
        if !notes.isEmpty { members["notes"] = .array(notes.map(JSONValue.string)) }
        if let suggestion { members["suggestion"] = .string(suggestion) }
        return .object(members)
    }
}
