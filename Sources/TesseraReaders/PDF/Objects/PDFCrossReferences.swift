/// Where the objects of a file are (ISO 32000-1, 7.5.4 and 7.5.8).
struct PDFCrossReferences {
    enum Place: Equatable {
        case free
        /// At this offset of the file.
        case offset(Int, generation: Int)
        /// In an object stream, as its object of that index.
        case compressed(stream: Int, index: Int)
    }

    private(set) var places: [Int: Place] = [:]
    /// The trailer that counts: the newest.
    private(set) var trailer = PDFDictionary.empty

    var count: Int { places.count }

    subscript(number: Int) -> Place? { places[number] }

    /// What was read first is newer, and stays.
    mutating func add(_ number: Int, _ place: Place) {
        if places[number] == nil { places[number] = place }
    }

    /// What stands further behind in a file without cross-reference table is newer.
    mutating func replace(_ number: Int, _ place: Place) { places[number] = place }

    mutating func add(trailer new: PDFDictionary) {
        if trailer.entries.isEmpty { trailer = new }
    }

    mutating func replace(trailer new: PDFDictionary) { trailer = new }
}
