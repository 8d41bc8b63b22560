/// The names of the streams of a compound file ([MS-CFB], 2.6).
struct CompoundFileDirectory {
    enum Kind: Int {
        case storage = 1
        case stream = 2
        case root = 5
    }

    struct Entry {
        var name: String
        var kind: Kind
        /// The first sector.
        var start: Int
        /// In bytes.
        var size: Int
        fileprivate var left: Int
        fileprivate var right: Int
        fileprivate var child: Int
    }

    private static let entrySize = 128
    private static let longestName = 64

    /// By their numbers; nil for what is unused.
    private var entries: [Entry?] = []
    /// The numbers of what stands at the top.
    private var top: [Int] = []

    init(_ bytes: [UInt8]) {
        let bytes = LittleEndianBytes(bytes)
        entries = (0..<bytes.count / CompoundFileDirectory.entrySize).map { number in
            bytes.slice(
                at: number * CompoundFileDirectory.entrySize,
                count: CompoundFileDirectory.entrySize
            ).flatMap(Entry.init)
        }
        top = children(of: 0)
    }

    /// What looks like an entry, wherever it stands in a file whose directory cannot be found.
    init(scattered bytes: LittleEndianBytes) {
        for offset in stride(from: 512, to: bytes.count, by: CompoundFileDirectory.entrySize) {
            guard let slot = bytes.slice(at: offset, count: CompoundFileDirectory.entrySize),
                let entry = Entry(slot), !entry.name.isEmpty,
                entry.name.unicodeScalars.allSatisfy({ $0.value < 0x80 })
            else { continue }
            entries.append(entry)
        }
    }

    var isEmpty: Bool { count == 0 }

    var count: Int { entries.count { $0 != nil } }

    var root: Entry? { entries.first { $0?.kind == .root } ?? nil }

    /// An entry at the top, or one that the directory has lost.
    func entry(named name: String) -> (entry: Entry, isLost: Bool)? {
        let name = name.lowercased()
        func isWanted(_ entry: Entry?) -> Bool { entry?.name.lowercased() == name }
        if let number = top.first(where: { isWanted(entries[$0]) }), let entry = entries[number] {
            return (entry, false)
        }
        // Embedded documents have streams of the same names; in a sound directory each of them hangs somewhere.
        let hanging = Set(entries.compactMap { $0 }.flatMap { [$0.left, $0.right, $0.child] })
        for (number, entry) in entries.enumerated() {
            if let entry, isWanted(entry), !hanging.contains(number) || top.isEmpty { return (entry, true) }
        }
        return nil
    }

    /// The numbers of what stands directly in a storage: a tree, of which only the links matter here.
    private func children(of number: Int) -> [Int] {
        guard number < entries.count, let storage = entries[number] else { return [] }
        var seen = [Bool](repeating: false, count: entries.count)
        var waiting = [storage.child]
        var found: [Int] = []
        while let next = waiting.popLast() {
            guard next < entries.count, !seen[next], let entry = entries[next] else { continue }
            seen[next] = true
            found.append(next)
            waiting += [entry.left, entry.right]
        }
        return found
    }

    fileprivate static func name(of bytes: LittleEndianBytes) -> String? {
        guard let length = bytes.short(at: longestName), length <= longestName else { return nil }
        let units = (0..<max(0, length / 2 - 1)).map { UInt16(truncatingIfNeeded: bytes.short(at: 2 * $0) ?? 0) }
        return String(decoding: units, as: UTF16.self)
    }
}

extension CompoundFileDirectory.Entry {
    /// - Returns: nil for an entry that is not used.
    fileprivate init?(_ bytes: LittleEndianBytes) {
        guard let kind = bytes.byte(at: 66).flatMap(CompoundFileDirectory.Kind.init),
            let name = CompoundFileDirectory.name(of: bytes),
            let left = bytes.long(at: 68), let right = bytes.long(at: 72), let child = bytes.long(at: 76),
            let start = bytes.long(at: 116), let size = bytes.long(at: 120)
        else { return nil }
        self.init(name: name, kind: kind, start: start, size: size, left: left, right: right, child: child)
    }
}
