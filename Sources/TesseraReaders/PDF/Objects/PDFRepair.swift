import TesseraModel

/// Finds the objects of a file whose cross-references are lost.
enum PDFRepair {
    /// Every `N G obj` of the file; of two with one number the last one counts.
    static func crossReferences(of file: PDFFile) throws(DocumentFailure) -> PDFCrossReferences {
        var references = PDFCrossReferences()
        var budget = file.bytes.count * 4 + (1 << 20)
        var trailers: [PDFDictionary] = []
        var streams: [Int] = []
        for place in places(of: "obj", in: file.bytes) {
            guard let object = number(before: place, in: file.bytes) else { continue }
            references.replace(object.number, .offset(object.offset, generation: object.generation))
            guard references.count <= file.limits[.objects] else {
                throw DocumentFailure(.limitExceeded(.objects, "the file has more objects", limits: file.limits))
            }
            guard budget > 0 else { continue }
            let dictionary = try dictionary(at: place + 3, of: file, &budget)
            switch dictionary["Type"].name {
            case "XRef": trailers.append(dictionary)
            case "ObjStm": streams.append(object.number)
            case "Catalog":
                let root = PDFReference(number: object.number, generation: object.generation)
                trailers.insert(PDFDictionary([("Root", .reference(root))]), at: 0)
            default: break
            }
        }
        for place in places(of: "trailer", in: file.bytes) where budget > 0 {
            trailers.append(try dictionary(at: place + 7, of: file, &budget))
        }
        if let trailer = trailers.last(where: { !$0["Root"].isNull }) { references.replace(trailer: trailer) }
        file.references = references
        try add(streams, of: file, to: &references)
        return references
    }

    /// The objects in object streams, where they do not stand in the file itself.
    private static func add(
        _ streams: [Int],
        of file: PDFFile,
        to references: inout PDFCrossReferences
    ) throws(DocumentFailure) {
        // They can only be read when it is known whether they are encrypted.
        try file.openSecurity()
        for number in streams {
            guard let stream = try file.object(number).stream else { continue }
            for (index, object) in try PDFObjectStream(stream, of: file).numbers.enumerated() {
                if case .offset = references[object] { continue }
                references.replace(object, .compressed(stream: number, index: index))
                guard references.count <= file.limits[.objects] else {
                    throw DocumentFailure(.limitExceeded(.objects, "the file has more objects", limits: file.limits))
                }
            }
        }
        guard references.trailer["Root"].isNull else { return }
        file.references = references
        for (object, place) in references.places.sorted(by: { $0.key < $1.key }) {
            guard case .compressed = place, case .dictionary(let dictionary) = try file.object(object) else { continue }
            guard dictionary["Type"].name == "Catalog" else { continue }
            let root = PDFReference(number: object, generation: 0)
            references.replace(trailer: PDFDictionary([("Root", .reference(root))]))
        }
    }

    /// Where a word stands in some bytes.
    static func places(of word: StaticString, in bytes: [UInt8]) -> [Int] {
        let word = Array(word.description.utf8)
        guard let first = word.first, bytes.count >= word.count else { return [] }
        var places: [Int] = []
        var place = 0
        let last = bytes.count - word.count
        while place <= last {
            if bytes[place] == first, bytes[place..<(place + word.count)].elementsEqual(word) {
                places.append(place)
                place += word.count
            } else {
                place += 1
            }
        }
        return places
    }

    /// The number and generation in front of `obj`, and where they begin.
    private static func number(
        before place: Int,
        in bytes: [UInt8]
    ) -> (number: Int, generation: Int, offset: Int)? {
        var index = place
        func blanks() -> Bool {
            let start = index
            while index > 0, PDFScanner.isBlank(bytes[index - 1]) { index -= 1 }
            return index < start
        }
        func digits() -> Int? {
            let end = index
            // No number of an object has more digits.
            while index > 0, bytes[index - 1] &- 0x30 < 10, end - index < 10 { index -= 1 }
            return Int(String(decoding: bytes[index..<end], as: UTF8.self))
        }
        // `1 0obj` is a fault that others forgive as well.
        _ = blanks()
        guard let generation = digits(), blanks(), let number = digits() else { return nil }
        return (number, generation, index)
    }

    private static func dictionary(
        at offset: Int,
        of file: PDFFile,
        _ budget: inout Int
    ) throws(DocumentFailure) -> PDFDictionary {
        var parser = PDFObjectParser(PDFScanner(file.bytes, offset..<file.bytes.count), limits: file.limits)
        let item = try parser.next()
        budget -= parser.scanner.position - offset
        guard case .object(.dictionary(let dictionary)) = item else { return .empty }
        return dictionary
    }
}
