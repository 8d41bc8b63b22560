import LibXML

/// The names that the tests of the push parser listen for.
enum PushedNames {
    static let names = ["a", "b", "table", "tr", "td", "p", "br", "n", "plain", "class"]

    static let plain = XMLVocabulary(
        Dictionary(uniqueKeysWithValues: ["a", "b", "n"].map { (XMLName($0), number($0)) })
    )

    static let html = XMLVocabulary(
        Dictionary(uniqueKeysWithValues: ["table", "tr", "td", "p", "br", "class"].map { (XMLName($0), number($0)) })
    )

    /// `plain` is the attribute `n` in no namespace.
    static let namespaced = XMLVocabulary([
        XMLName("a", in: "urn:test"): number("a"), XMLName("b", in: "urn:test"): number("b"),
        XMLName("n", in: "urn:test"): number("n"), XMLName("n"): number("plain"),
    ])

    static func number(_ name: String) -> Int { names.firstIndex(of: name) ?? -1 }

    static let attributes = ["n", "plain", "class"]
}

/// Writes down what it is told; adjacent text is one event.
final class RecordingHandler: XMLContentHandler {
    private(set) var events: [String] = []
    private(set) var places: [String] = []
    /// How often it was called.
    private(set) var calls = 0
    /// The call that stops the parser.
    var stop: Int?
    var locator: XMLLocator?
    private var isInText = false

    private func add(_ event: String) throws(XMLInterruption) {
        isInText = false
        events.append(event)
        try count()
    }

    private func count() throws(XMLInterruption) {
        calls += 1
        if calls == stop { throw XMLInterruption() }
    }

    func start(_ name: Int, _ tag: borrowing XMLTag) throws(XMLInterruption) {
        var event = "<\(PushedNames.names[name])"
        for attribute in PushedNames.attributes {
            if let value = tag.value(PushedNames.number(attribute)) { event += " \(attribute)=\(value)" }
        }
        if let locator { places.append("\(locator.path)@\(locator.line)") }
        try add(event + ">")
    }

    func end(_ name: Int) throws(XMLInterruption) { try add("</\(PushedNames.names[name])>") }

    func text(_ text: borrowing XMLText) throws(XMLInterruption) {
        var bytes: [UInt8] = []
        text.append(to: &bytes)
        // Never cut inside a character.
        let piece = String(validating: bytes, as: UTF8.self) ?? "(cut)"
        if isInText {
            events[events.count - 1] += piece
        } else {
            events.append(piece)
            isInText = true
        }
        try count()
    }
}

/// The events of a document that is pushed at once.
func pushed(
    _ document: String,
    _ notation: XMLPushParser.Notation = .xml(allowsDoctype: false),
    _ vocabulary: XMLVocabulary = PushedNames.plain,
    limits: XMLLimits = .standard
) throws -> [String] {
    try pushed(bytes: Array(document.utf8), notation, vocabulary, limits: limits)
}

func pushed(_ document: String, _ vocabulary: XMLVocabulary) throws -> [String] {
    try pushed(document, .xml(allowsDoctype: false), vocabulary)
}

/// The events of a document that is pushed in pieces of some size.
func pushed(
    bytes: [UInt8],
    pieces: Int = .max,
    _ notation: XMLPushParser.Notation = .xml(allowsDoctype: false),
    _ vocabulary: XMLVocabulary = PushedNames.plain,
    limits: XMLLimits = .standard
) throws -> [String] {
    let parser = try XMLPushParser(notation, vocabulary, limits: limits)
    let handler = RecordingHandler()
    var rest = bytes[...]
    while !rest.isEmpty {
        let piece = Array(rest.prefix(pieces))
        rest = rest.dropFirst(piece.count)
        try parser.parse(piece.span, handler)
    }
    try parser.finish(handler)
    return handler.events
}
