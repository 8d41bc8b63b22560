/// The operators of content streams that matter here (ISO 32000-1, annex A).
enum ContentOperator: String, CaseIterable {
    case saveState = "q"
    case restoreState = "Q"
    case transform = "cm"
    case lineWidth = "w"

    case moveTo = "m"
    case lineTo = "l"
    case curve = "c"
    case curveFromCurrent = "v"
    case curveToEnd = "y"
    case closePath = "h"
    case rectangle = "re"

    case stroke = "S"
    case closeStroke = "s"
    case fill = "f"
    case fillOld = "F"
    case fillEvenOdd = "f*"
    case fillStroke = "B"
    case fillStrokeEvenOdd = "B*"
    case closeFillStroke = "b"
    case closeFillStrokeEvenOdd = "b*"
    case endPath = "n"

    case strokeGrey = "G"
    case fillGrey = "g"
    case strokeRGB = "RG"
    case fillRGB = "rg"
    case strokeCMYK = "K"
    case fillCMYK = "k"
    case strokeSpace = "CS"
    case fillSpace = "cs"
    case strokeColour = "SC"
    case fillColour = "sc"
    case strokeColourOrPattern = "SCN"
    case fillColourOrPattern = "scn"

    case beginText = "BT"
    case endText = "ET"
    case font = "Tf"
    case characterSpacing = "Tc"
    case wordSpacing = "Tw"
    case horizontalScaling = "Tz"
    case leading = "TL"
    case rise = "Ts"
    case renderingMode = "Tr"
    case moveText = "Td"
    case moveTextSetLeading = "TD"
    case textMatrix = "Tm"
    case nextLine = "T*"
    case show = "Tj"
    case showPieces = "TJ"
    case showNextLine = "'"
    case showNextLineSpaced = "\""

    case paintObject = "Do"
    case inlineImage = "BI"
    case graphicsState = "gs"

    case beginMarked = "BMC"
    case beginMarkedWithProperties = "BDC"
    case endMarked = "EMC"

    private static let known: [PDFKeyword: ContentOperator] = {
        var known: [PDFKeyword: ContentOperator] = [:]
        for one in allCases { known[PDFKeyword(one.rawValue)] = one }
        return known
    }()

    init?(_ keyword: PDFKeyword) {
        guard let known = ContentOperator.known[keyword] else { return nil }
        self = known
    }
}
