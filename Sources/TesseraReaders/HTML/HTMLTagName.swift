/// The name of a tag in lower case, as a number: names are compared for every tag of a document.
///
/// Of a name that is longer than 16 bytes, which no element of HTML has, the first 16 count.
struct HTMLTagName: Hashable, ExpressibleByStringLiteral {
    private var packed: UInt128 = 0

    init(_ bytes: ArraySlice<UInt8>) {
        var shift = 0
        for byte in bytes.prefix(16) {
            let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
            packed |= UInt128(isUpper ? byte | 0x20 : byte) << UInt128(shift)
            shift += 8
        }
    }

    init(stringLiteral name: String) { self.init(ArraySlice(name.utf8)) }

    /// The name's last byte.
    var last: UInt8 { bytes.last ?? 0 }

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return bytes
    }

    func append(to target: inout [UInt8]) {
        var rest = packed
        while rest != 0 {
            target.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }
}

extension HTMLTagName {
    /// What becomes of a tag.
    enum Use {
        /// The element shapes the text, and libxml2 is told of it.
        case kept
        /// As `kept`, with its attributes.
        case keptWhole
        /// As `kept`, with its attributes where one is about a span.
        case cell
        /// As `keptWhole`, once in a document.
        case keptOnce
        case heading, paragraph, row
        /// As `kept`; a line end behind the start tag is not part of the text.
        case preformatted
        /// Its content is left out.
        case skipped
        /// No tag counts inside it; references do, but for `xmp`.
        case literal
        case link, deletion, wordBreak
        /// It shapes nothing, unless it hides its content.
        case inline
        /// As `inline`, without content.
        case void
    }

    var use: Use { HTMLTagName.uses[self] ?? .inline }

    private static let uses: [HTMLTagName: Use] = {
        var uses: [HTMLTagName: Use] = [:]
        for name in HTMLName.allCases where name.isShaping { uses[HTMLTagName(stringLiteral: name.text)] = .kept }
        let others: [Use: [HTMLTagName]] = [
            .keptWhole: ["meta"], .cell: ["td", "th"], .keptOnce: ["html", "head", "body"],
            .heading: ["h1", "h2", "h3", "h4", "h5", "h6"], .paragraph: ["p"], .row: ["tr"],
            .preformatted: ["pre", "listing"], .skipped: ["script", "style"], .literal: ["title", "textarea", "xmp"],
            .link: ["a"], .deletion: ["del"], .wordBreak: ["wbr"],
            .void: [
                "area", "base", "basefont", "bgsound", "col", "embed", "frame", "img", "image", "input", "keygen",
                "link",
                "param", "source", "track",
            ],
        ]
        for (use, names) in others {
            for name in names { uses[name] = use }
        }
        return uses
    }()
}
