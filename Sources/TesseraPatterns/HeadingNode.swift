import TesseraModel

/// The shape of a pattern before it is compiled.
indirect enum HeadingNode: Sendable {
    /// One folded character; `glued` forbids white space before it.
    case unit(UnitTest, glued: Bool)
    case sequence([HeadingNode])
    /// Earlier ones are preferred.
    case alternatives([HeadingNode])
    case optional(HeadingNode)
    /// None or more, as many as possible.
    case `repeat`(HeadingNode)
    /// None or more, as few as possible.
    case lazyRepeat(HeadingNode)
    /// What the node takes is remembered under this number.
    case capture(Int, HeadingNode)

    /// The characters of a text, white space aside.
    static func literal(_ text: String) -> HeadingNode {
        .sequence(
            text.unicodeScalars.filter { !$0.isBlank }
                .map { .unit(.scalar(Folding.fold($0)), glued: false) }
        )
    }

    /// One or more units that no white space parts.
    static func run(_ test: UnitTest) -> HeadingNode {
        .sequence([.unit(test, glued: false), .repeat(.unit(test, glued: true))])
    }
}

/// Which folded characters a step takes.
enum UnitTest: Sendable, Equatable {
    case scalar(Unicode.Scalar)
    case digit, roman, letter, any

    func accepts(_ scalar: Unicode.Scalar) -> Bool {
        switch self {
        case .scalar(let wanted): scalar == wanted
        case .digit: ("0"..."9").contains(scalar)
        case .roman:
            switch scalar {
            case "i", "v", "x", "l", "c", "d", "m": true
            default: false
            }
        case .letter: scalar.properties.isAlphabetic
        case .any: true
        }
    }
}
