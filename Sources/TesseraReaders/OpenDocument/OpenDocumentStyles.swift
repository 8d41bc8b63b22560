/// What styles say that matters to a text: whether it is hidden, and its language.
struct OpenDocumentStyles {
    /// Styles of different families may have one name.
    private struct Key: Hashable {
        var family: String
        var name: String
    }

    private struct Style {
        var parent: String?
        /// nil where the style does not say, so that its parent does.
        var isHidden: Bool?
    }

    /// How long a chain of parents may be; a longer one is a circle.
    private static let longestChain = 64

    private var common: [Key: Style] = [:]
    /// Those of one part of the document only, which go before those of the same name.
    private var automatic: [Key: Style] = [:]
    /// Most documents hide nothing, and then no style needs to be looked up.
    private(set) var hideAnything = false
    /// Language of the default paragraph style, a tag after BCP 47.
    private(set) var language: String?

    /// The styles for another part of the document.
    var forOtherParts: OpenDocumentStyles {
        var styles = self
        styles.automatic = [:]
        return styles
    }

    mutating func define(_ name: String, family: String, parent: String?, isCommon: Bool) {
        let style = Style(parent: parent)
        if isCommon {
            common[Key(family: family, name: name)] = style
        } else {
            automatic[Key(family: family, name: name)] = style
        }
    }

    /// - Parameter display: `none` hides, `true` shows; `condition` leaves it to the program.
    mutating func setDisplay(_ display: String, of name: String, family: String, isCommon: Bool) {
        let isHidden = display == "none"
        if isHidden { hideAnything = true }
        if isCommon {
            common[Key(family: family, name: name)]?.isHidden = isHidden
        } else {
            automatic[Key(family: family, name: name)]?.isHidden = isHidden
        }
    }

    mutating func setLanguage(_ language: String?, country: String?) {
        guard let language, !["", "none", "zxx"].contains(language) else { return }
        self.language = language
        if let country, !["", "none"].contains(country) { self.language = "\(language)-\(country)" }
    }

    /// Whether a style hides its text; nil where neither it nor a style that it is based on says so.
    func hides(_ name: String, family: String) -> Bool? {
        var key = Key(family: family, name: name)
        for _ in 0..<OpenDocumentStyles.longestChain {
            guard let style = automatic[key] ?? common[key] else { return nil }
            if let isHidden = style.isHidden { return isHidden }
            guard let parent = style.parent else { return nil }
            key.name = parent
        }
        return nil
    }
}
