import TesseraModel

/// How the status of a cell looks: a colour, and a sign for those who cannot tell the colours apart.
struct ShownStatus {
    /// The class in the style sheet.
    let name: String
    /// The sign in a square of the map.
    let sign: String
    /// In words.
    let words: String

    init(_ status: CellStatus) {
        switch status {
        case .text: self.init(name: "text", sign: "", words: "text")
        case .notApplicable: self.init(name: "na", sign: "–", words: "not applicable")
        case .seeElsewhere: self.init(name: "see", sign: "→", words: "see elsewhere")
        case .empty: self.init(name: "empty", sign: "", words: "empty")
        case .missing: self.init(name: "missing", sign: "×", words: "missing")
        default:
            let name = status.rawValue
            self.init(name: "own", sign: name.prefix(1).uppercased(), words: name)
        }
    }

    private init(name: String, sign: String, words: String) {
        self.name = name
        self.sign = sign
        self.words = words
    }
}

extension Cell {
    /// Whether something is open about its text or its borders.
    var isUncertain: Bool { confidence < 1 }
}

extension Int {
    /// The number with a noun: `1 word`, `2 words`.
    func counting(_ noun: String) -> String { "\(grouped) \(noun)\(self == 1 ? "" : "s")" }

    /// With commas between thousands.
    var grouped: String {
        let digits = String(magnitude)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
            text.append(digit)
        }
        return self < 0 ? "-\(text)" : text
    }
}
