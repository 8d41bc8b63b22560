/// An IPv6 address (URL Standard, 3.5; RFC 4291, 2.2).
struct IPv6Address: Equatable {
    /// Eight numbers of 16 bits.
    var pieces: [UInt16]

    /// - Parameter written: what stands between the brackets.
    /// - Throws: ``URLFailure`` where it is no address.
    init(_ written: some Collection<UInt8>) throws(URLFailure) {
        let failure = URLFailure("has a host in brackets that is no IPv6 address")
        let bytes = Array(written)
        var head: [UInt16] = []
        var tail: [UInt16]?
        var rest = bytes[...]
        if rest.first == UInt8(ascii: ":") {
            guard rest.starts(with: "::".utf8) else { throw failure }
            rest = rest.dropFirst(2)
            tail = []
        }
        while !rest.isEmpty {
            guard head.count + (tail?.count ?? 0) < 8 else { throw failure }
            let digits = rest.prefix { $0.hexValue != nil }
            let mark = rest.dropFirst(digits.count).first
            var pieces: [UInt16]
            if mark == UInt8(ascii: ".") {
                guard let address = IPv6Address.decimal(rest) else { throw failure }
                pieces = [UInt16(address >> 16), UInt16(address & 0xFFFF)]
                rest = []
            } else {
                guard (1...4).contains(digits.count), let piece = UInt16(digits.text, radix: 16) else { throw failure }
                pieces = [piece]
                rest = rest.dropFirst(digits.count)
                if mark != nil {
                    guard mark == UInt8(ascii: ":"), rest.count > 1 else { throw failure }
                    rest = rest.dropFirst()
                }
            }
            if tail == nil { head += pieces } else { tail? += pieces }
            if rest.first == UInt8(ascii: ":") {
                guard tail == nil else { throw failure }
                tail = []
                rest = rest.dropFirst()
            }
        }
        let count = head.count + (tail?.count ?? 0)
        // The two colons stand for one piece at least.
        guard tail == nil ? count == 8 : count < 8 else { throw failure }
        self.pieces = head + Array(repeating: 0, count: 8 - count) + (tail ?? [])
    }

    /// The last 32 bits as four decimal numbers without needless zeros.
    private static func decimal(_ bytes: ArraySlice<UInt8>) -> UInt32? {
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var address: UInt32 = 0
        for part in parts {
            guard part.allSatisfy(\.isASCIIDigit), part.count == 1 || part.first != UInt8(ascii: "0"),
                let number = UInt8(part.text)
            else { return nil }
            address = address << 8 | UInt32(number)
        }
        return address
    }

    /// In hexadecimal, the first of the longest runs of two or more zeros written `::`.
    var text: String {
        var best = 0..<0
        var start = 0
        while start < pieces.count {
            let length = pieces[start...].prefix { $0 == 0 }.count
            if length > max(1, best.count) { best = start..<start + length }
            start += max(1, length)
        }
        let words = { (range: Range<Int>) in self.pieces[range].map { String($0, radix: 16) }.joined(separator: ":") }
        return best.isEmpty
            ? words(0..<8) : "\(words(0..<best.lowerBound))::\(words(best.upperBound..<8))"
    }
}
