/// Looks over the central directory of an archive before libzip reads it.
///
/// libzip makes an object of every entry before it says how many there are, it cuts a name off at a NUL
/// without a word, and it reads the directory again for everything near the end that looks like a record of
/// it: 2900 of them keep it busy for half a minute over 300 kB. All three are found here, at the price of one pass over the directory.
/// What is wrong in other ways is left for libzip to refuse.
struct DirectoryScan {
    private enum Signature {
        static let entry: UInt64 = 0x0201_4B50
        static let end: UInt64 = 0x0605_4B50
        static let end64: UInt64 = 0x0606_4B50
        static let locator64: UInt64 = 0x0706_4B50
    }

    private enum Size {
        static let entry = 46
        static let end = 22
        static let end64 = 56
        static let locator64 = 20
        /// How far from its end libzip looks for the end record of an archive.
        static let tail = 65_535 + end + locator64
    }

    /// How many end records are put up with; a zip in a zip, stored last, makes two.
    private static let mostEnds = 16

    let bytes: [UInt8]
    let limits: ZipLimits

    /// Checks every directory that libzip may take for that of the archive.
    ///
    /// - Throws: `ZipFailure`; `.damaged` where there is no directory, too many, or one that runs beyond its
    ///   end; `.limit` for too many entries; `.unsafeName` for a name with a NUL.
    func check() throws(ZipFailure) {
        guard !bytes.isEmpty else { throw .damaged("the archive is empty (0 bytes)") }
        let ends = ends()
        guard !ends.isEmpty else {
            throw .damaged("this is no zip archive, or its end is missing: there is no end of a central directory")
        }
        guard ends.count <= Self.mostEnds else {
            throw .damaged("the archive has \(ends.count) ends of a central directory")
        }
        for end in ends {
            if let directory = directory(of: end) { try checkEntries(in: directory) }
        }
    }

    /// Where something stands that looks like an end record.
    private func ends() -> [Int] {
        guard bytes.count >= Size.end else { return [] }
        let places = max(0, bytes.count - Size.tail)...(bytes.count - Size.end)
        return places.filter { bytes[$0] == UInt8(ascii: "P") && number(at: $0, width: 4) == Signature.end }
    }

    /// The bytes of the directory that an end record points at, or nil where it points nowhere.
    private func directory(of end: Int) -> Range<Int>? {
        var size = number(at: end + 12, width: 4)
        var offset = number(at: end + 16, width: 4)
        let locator = end - Size.locator64
        if locator >= 0, number(at: locator, width: 4) == Signature.locator64 {
            guard let end64 = Int(exactly: number(at: locator + 8, width: 8)),
                end64 <= locator - Size.end64,
                number(at: end64, width: 4) == Signature.end64
            else { return nil }
            size = number(at: end64 + 40, width: 8)
            offset = number(at: end64 + 48, width: 8)
        }
        guard let offset = Int(exactly: offset), let size = Int(exactly: size) else { return nil }
        guard offset <= end, size <= end - offset else { return nil }
        return offset..<(offset + size)
    }

    /// Walks from entry to entry, as libzip does.
    private func checkEntries(in directory: Range<Int>) throws(ZipFailure) {
        var place = directory.lowerBound
        var count = 0
        while place < directory.upperBound {
            guard place + Size.entry <= bytes.count, number(at: place, width: 4) == Signature.entry else { return }
            count += 1
            guard count <= limits.entries else { throw .entries(limits) }
            let lengths = [28, 30, 32].map { Int(number(at: place + $0, width: 2)) }
            let name = place + Size.entry
            place = name + lengths.reduce(0, +)
            // libzip 1.7 reads on past the end here and fails only when it meets something else.
            guard place <= directory.upperBound else {
                throw .damaged("the central directory of the archive is longer than it says")
            }
            try checkName(bytes[name..<(name + lengths[0])])
        }
    }

    private func checkName(_ name: ArraySlice<UInt8>) throws(ZipFailure) {
        guard name.contains(0) else { return }
        throw .part(String(decoding: name, as: UTF8.self), .unsafeName, "holds a control character")
    }

    /// A little-endian number; the caller has seen to it that its bytes are there.
    private func number(at place: Int, width: Int) -> UInt64 {
        bytes[place..<(place + width)].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}
