/// An element with its attributes and what stands in it.
///
/// An address that a browser would run, as `javascript:` does, is left out of `href`, and so is any other that is not on
/// the network or on the page's own side.
/// - Parameters:
///   - name: its name; of one that can hold nothing, as `br`, no end is written.
///   - attributes: their names and values; one without a value is left out.
///   - content: what stands in it.
public func element(
    _ name: StaticString,
    _ attributes: KeyValuePairs<StaticString, String?> = [:],
    @HTMLBuilder _ content: () -> HTML = { HTML() }
) -> HTML {
    let name = name.description
    let content = content()
    var markup = "<"
    markup.reserveCapacity(content.markup.utf8.count + 64)
    markup += name
    for (name, value) in attributes {
        guard let value else { continue }
        HTML.append(attribute: name.description, value, to: &markup)
    }
    markup += ">"
    if ElementNames.containers.contains(name), !content.isEmpty { markup += "\n" }
    if !ElementNames.void.contains(name) {
        markup += content.markup
        markup += "</"
        markup += name
        markup += ">"
    }
    // Blanks between words matter, and those between blocks do not.
    if ElementNames.blocks.contains(name) { markup += "\n" }
    return HTML(markup: markup)
}

enum ElementNames {
    static let void: Set<String> = ["br", "hr", "input", "meta"]
    /// Those in which blanks mean nothing, since all that they hold are elements.
    static let containers: Set<String> = [
        "article", "body", "dl", "head", "html", "main", "nav", "ol", "section", "table", "tbody", "thead", "ul",
    ]
    static let blocks: Set<String> = [
        "article", "aside", "body", "caption", "dd", "details", "div", "dl", "dt", "fieldset", "figure", "footer",
        "form", "h1",
        "h2", "h3", "h4", "head", "header", "html", "input", "li", "main", "meta", "nav", "ol", "p", "section",
        "select", "summary", "svg", "table", "tbody", "thead", "title", "tr", "ul",
    ]
}

extension HTML {
    fileprivate static func append(attribute name: String, _ value: String, to markup: inout String) {
        precondition(!name.hasPrefix("on") && name != "style", "\(name) would be refused by the page's own policy")
        if name == "href", !WebAddress.isHarmless(value) { return }
        markup += " "
        markup += name
        // Of an attribute that only is there or is not, the name is enough.
        guard !value.isEmpty || name == "alt" || name == "value" else { return }
        markup += "=\""
        HTML.append(value, to: &markup)
        markup += "\""
    }
}

/// Addresses that a page may link.
public enum WebAddress {
    /// Whether an address can be followed from a page without harm: on the network, of a mailbox, or beside the page.
    /// - Parameter address: as it would stand in `href`.
    public static func isHarmless(_ address: String) -> Bool {
        // Browsers skip blanks and control characters in front of a scheme, and some inside.
        guard address.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F }) else { return false }
        guard let colon = address.firstIndex(of: ":"),
            !address[..<colon].contains(where: { "/?#".contains($0) })
        else { return true }
        return ["http", "https", "mailto"].contains(address[..<colon].lowercased())
    }
}
