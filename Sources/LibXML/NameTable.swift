import CLibXML2

/// The numbers of the names of one document.
///
/// libxml2 keeps each name once, so a pair of pointers stands for a name: looked up by its characters the first
/// time, by its pointers from then on. That is what makes a tag cheap that nobody wants to hear of.
struct NameTable {
    /// What is known of a name of the document.
    private struct Known {
        /// The number in the vocabulary; -1 for a name that is not in it.
        let number: Int
        let name: XMLName
        /// The name with its prefix, as it stands in the document.
        let qualifiedName: String
    }

    /// Addresses are compared, never followed.
    private struct Slot {
        static let free = Slot(localName: 0, namespace: 0, index: -1)

        var localName: UInt
        var namespace: UInt
        var index: Int
    }

    private let vocabulary: XMLVocabulary
    private var known: [Known] = []
    private var indices: [XMLName: Int] = [:]
    /// Open addressing; the size is a power of two, and at least half of the slots are free.
    private var slots: [Slot] = Array(repeating: .free, count: 256)
    private var slotsInUse = 0

    init(_ vocabulary: XMLVocabulary) { self.vocabulary = vocabulary }

    /// How many different names there are so far.
    var count: Int { known.count }

    func number(at index: Int) -> Int { known[index].number }

    func name(at index: Int) -> XMLName { known[index].name }

    func qualifiedName(at index: Int) -> String { known[index].qualifiedName }

    /// The number in the vocabulary, -1 for none.
    mutating func number(_ localName: UnsafePointer<UInt8>?, _ namespace: UnsafePointer<UInt8>?) -> Int {
        known[unsafe index(localName, nil, namespace)].number
    }

    /// The name's place in this table.
    mutating func index(
        _ localName: UnsafePointer<UInt8>?,
        _ prefix: UnsafePointer<UInt8>?,
        _ namespace: UnsafePointer<UInt8>?
    ) -> Int {
        let wanted = (localName: UInt(bitPattern: localName), namespace: UInt(bitPattern: namespace))
        let mask = slots.count - 1
        var place = NameTable.hash(wanted.localName, wanted.namespace) & mask
        while slots[place].index >= 0 {
            if slots[place].localName == wanted.localName, slots[place].namespace == wanted.namespace {
                return slots[place].index
            }
            place = (place + 1) & mask
        }
        let index = unsafe newIndex(localName, prefix, namespace)
        insert(Slot(localName: wanted.localName, namespace: wanted.namespace, index: index))
        return index
    }

    private mutating func newIndex(
        _ localName: UnsafePointer<UInt8>?,
        _ prefix: UnsafePointer<UInt8>?,
        _ namespace: UnsafePointer<UInt8>?
    ) -> Int {
        let name = unsafe XMLName(XMLLibrary.string(localName) ?? "", in: XMLLibrary.string(namespace) ?? "")
        if let index = indices[name] { return index }
        let qualifier = unsafe XMLLibrary.string(prefix).map { $0 + ":" } ?? ""
        known.append(
            Known(number: vocabulary.number(of: name) ?? -1, name: name, qualifiedName: qualifier + name.localName)
        )
        indices[name] = known.count - 1
        return known.count - 1
    }

    private mutating func insert(_ slot: Slot) {
        if 2 * slotsInUse >= slots.count {
            let old = slots
            slots = Array(repeating: .free, count: 2 * slots.count)
            slotsInUse = 0
            for slot in old where slot.index >= 0 { insert(slot) }
        }
        let mask = slots.count - 1
        var place = NameTable.hash(slot.localName, slot.namespace) & mask
        while slots[place].index >= 0 { place = (place + 1) & mask }
        slots[place] = slot
        slotsInUse += 1
    }

    private static func hash(_ localName: UInt, _ namespace: UInt) -> Int {
        let bits = localName ^ namespace &* 31
        return Int(truncatingIfNeeded: (bits &* 0x9E37_79B9_7F4A_7C15) >> 40)
    }
}
