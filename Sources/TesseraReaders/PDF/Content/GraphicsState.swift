/// What `q` saves and `Q` brings back, as far as it matters here (ISO 32000-1, 8.4 and 9.3).
struct GraphicsState {
    /// From user space to the page as it is shown.
    var matrix: PDFMatrix
    var lineWidth = 1.0
    var stroke = Colour()
    var fill = Colour()
    var text = TextState()

    /// A colour as a value of grey, 0 for black and 1 for white, and the space that operands are read in.
    struct Colour {
        var grey = 0.0
        var space = ColourSpace.grey
    }

    struct TextState {
        var font: PDFFont?
        var size = 0.0
        var characterSpacing = 0.0
        var wordSpacing = 0.0
        /// A factor, 1 for the font's own width.
        var horizontalScaling = 1.0
        var leading = 0.0
        var rise = 0.0
        var renderingMode = 0
    }
}

/// How the operands of a colour operator are read.
enum ColourSpace {
    case grey, rgb, cmyk
    /// The lightness is the first component, up to 100.
    case lab
    /// The more of a colourant, the darker.
    case tint
    /// A pattern, or a colour that only a table tells.
    case other

    /// The grey of a colour (ISO 32000-1, 10.3); 0.5 where it cannot be told.
    func grey(_ components: [Double]) -> Double {
        let values = components.map { $0.isFinite ? min(1, max(0, $0)) : 0 }
        switch self {
        case .grey where values.count == 1: return values[0]
        case .rgb where values.count == 3: return ColourSpace.luminance(values[0], values[1], values[2])
        case .cmyk where values.count == 4:
            let ink = ColourSpace.luminance(values[0], values[1], values[2]) + values[3]
            return 1 - min(1, ink)
        case .lab where components.count == 3: return min(1, max(0, components[0] / 100))
        case .tint where !values.isEmpty: return 1 - (values.max() ?? 0)
        default: return 0.5
        }
    }

    private static func luminance(_ red: Double, _ green: Double, _ blue: Double) -> Double {
        0.3 * red + 0.59 * green + 0.11 * blue
    }
}
