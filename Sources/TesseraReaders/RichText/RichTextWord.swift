/// The control words of Rich Text Format that matter for the text.
enum RichTextWord: String, CaseIterable {
    // The document and its code page
    case rtf, ansi, macintosh = "mac", pc, pca, codePage = "ansicpg", defaultFont = "deff"
    case unicode = "u", fallbackLength = "uc", binary = "bin"
    // Tables of the header
    case fontTable = "fonttbl", font = "f", characterSet = "fcharset", fontCodePage = "cpg"
    case styleSheet = "stylesheet", style = "s", characterStyle = "cs", otherStyle = "ds", tableStyle = "ts"
    case basedOn = "sbasedon"
    case information = "info", title, author, created = "creatim", modified = "revtim"
    case year = "yr", month = "mo", day = "dy", hour = "hr", minute = "min", second = "sec"
    // Paragraphs
    case paragraph = "par", paragraphDefaults = "pard", outlineLevel = "outlinelevel", list = "ls", listLevel = "ilvl"
    case oldList = "pn", oldListLevel = "pnlvl", oldBullet = "pnlvlblt", oldListBody = "pnlvlbody"
    case section = "sect", page, column, line, lineBreak = "lbr"
    // Characters
    case plain, hidden = "v", deleted
    case tab, emDash = "emdash", enDash = "endash", emSpace = "emspace", enSpace = "enspace", quarterSpace = "qmspace"
    case bullet, leftQuote = "lquote", rightQuote = "rquote", leftDoubleQuote = "ldblquote"
    case rightDoubleQuote = "rdblquote"
    case joiner = "zwj", nonJoiner = "zwnj", leftToRightMark = "ltrmark", rightToLeftMark = "rtlmark"
    case optionalBreak = "zwbo", noBreak = "zwnbo"
    // Tables
    case inTable = "intbl", tableLevel = "itap", rowDefaults = "trowd", rowLeft = "trleft", headerRow = "trhdr"
    case cellRight = "cellx", firstMerged = "clmgf", merged = "clmrg", firstMergedDown = "clvmgf"
    case mergedDown = "clvmrg"
    case cell, row, nestedCell = "nestcell", nestedRow = "nestrow", nestedProperties = "nesttableprops"
    // Destinations with text
    case field, fieldInstruction = "fldinst", fieldResult = "fldrslt"
    case footnote, noteReference = "chftn", annotation
    case header, headerLeft = "headerl", headerRight = "headerr", headerFirst = "headerf"
    case footer, footerLeft = "footerl", footerRight = "footerr", footerFirst = "footerf"
    case object, result, shape = "shp", shapeInstruction = "shpinst", shapeText = "shptxt"
    case oldShape = "do", oldShapeText = "dptxbxtext"
    case alternatives = "upr", unicodeAlternative = "ud"
    case math = "mmath", mathZone = "moMath", mathParagraph = "moMathPara", mathRun = "mr"
    case fromHTML = "fromhtml", notHTML = "htmlrtf", htmlTag = "htmltag"
    // Destinations without text of the document
    case colorTable = "colortbl", fileTable = "filetbl", picture = "pict", otherPicture = "nonshppict"
    case oldListText = "pntext", listText = "listtext", oldTextBefore = "pntxtb", oldTextAfter = "pntxta"
    case indexEntry = "xe", contentsEntry = "tc", contentsEntryWithoutNumber = "tcn"
    case shapeProperty = "sp", shapeResult = "shprslt", noNestedTables = "nonesttables"
    case noteSeparator = "ftnsep", noteContinued = "ftnsepc", noteContinuation = "ftncn"
    case endnoteSeparator = "aftnsep", endnoteContinued = "aftnsepc", endnoteContinuation = "aftncn"
    case mathPicture = "mmathPict", mathControl = "mctrlPr", accentProperties = "maccPr", barProperties = "mbarPr"
    case boxProperties = "mboxPr", borderProperties = "mborderBoxPr", delimiterProperties = "mdPr"
    case arrayProperties = "meqArrPr", fractionProperties = "mfPr", functionProperties = "mfuncPr"
    case groupProperties = "mgroupChrPr", lowerLimitProperties = "mlimLowPr", upperLimitProperties = "mlimUppPr"
    case matrixProperties = "mmPr", naryProperties = "mnaryPr", phantomProperties = "mphantPr"
    case radicalProperties = "mradPr", preScriptProperties = "msPrePr", subscriptProperties = "msSubPr"
    case bothScriptsProperties = "msSubSupPr", superscriptProperties = "msSupPr", argumentProperties = "margPr"
    case mathParagraphProperties = "moMathParaPr", mathDocumentProperties = "mmathPr"
    case listTable = "listtable", listEntry = "list", listOverrides = "listoverridetable", listPicture = "listpicture"

    /// Whether what stands in the group of this word is no text of the document.
    var isSkipped: Bool { RichTextWord.skipped.contains(self) }

    private static let skipped: Set<RichTextWord> = {
        guard let first = allCases.firstIndex(of: .colorTable) else { return [] }
        return Set(allCases[first...])
    }()
}

/// Finds control words by their names, without making a string of each.
struct RichTextWords {
    /// Up to sixteen letters; no word that matters is longer.
    struct Name: Equatable {
        fileprivate var first: UInt64 = 0
        fileprivate var second: UInt64 = 0
        private var count = 0

        mutating func append(_ letter: UInt8) {
            if count < 8 { first = first << 8 | UInt64(letter) } else { second = second << 8 | UInt64(letter) }
            count += 1
        }

        fileprivate var isTooLong: Bool { count > 16 }

        /// Fibonacci hashing (Knuth, The Art of Computer Programming, volume 3, 6.4).
        fileprivate var slot: Int {
            let mixed = (first ^ (second &* 0xC2B2_AE3D_27D4_EB4F)) &* 0x9E37_79B9_7F4A_7C15
            return Int(mixed >> UInt64(64 - RichTextWords.bits))
        }
    }

    static let standard = RichTextWords()

    private static let bits = 10

    /// Open addressing: a word stands in its slot or in one of those behind it.
    private var slots: [(name: Name, word: RichTextWord?)]

    private init() {
        slots = Array(repeating: (Name(), nil), count: 1 << RichTextWords.bits)
        for word in RichTextWord.allCases {
            var name = Name()
            for letter in word.rawValue.utf8 { name.append(letter) }
            var slot = name.slot
            while slots[slot].word != nil { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = (name, word)
        }
    }

    subscript(name: Name) -> RichTextWord? {
        guard !name.isTooLong else { return nil }
        var slot = name.slot
        while let word = slots[slot].word {
            if slots[slot].name == name { return word }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }
}
