/// An IPv4 address in any of the forms that URLs allow: `192.0.2.1`, `0xC0.0.513`, `3221225985` (URL Standard, 3.5).
struct IPv4Address: Equatable {
    var value: UInt32

    /// In four decimal numbers.
    var text: String {
        [24, 16, 8, 0].map { String(value >> UInt32($0) & 0xFF) }.joined(separator: ".")
    }

    /// - Parameter name: a host in lower case.
    /// - Returns: nil where it does not end in a number, and is a domain.
    /// - Throws: ``URLFailure`` where it ends in a number and is no address.
    init?(_ name: String) throws(URLFailure) {
        var parts = Array(name.utf8).split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        if parts.count > 1, parts.last?.isEmpty == true { parts.removeLast() }
        guard let last = parts.last, !last.isEmpty,
            last.allSatisfy(\.isASCIIDigit) || IPv4Address.number(last) != nil
        else { return nil }
        let failure = URLFailure("has a host that ends in a number and is no IPv4 address")
        guard parts.count <= 4 else { throw failure }
        var numbers: [UInt64] = []
        for part in parts {
            guard let number = IPv4Address.number(part) else { throw failure }
            numbers.append(number)
        }
        // The last number fills all bytes that are left.
        let tail = numbers.removeLast()
        guard numbers.allSatisfy({ $0 <= 255 }), tail < UInt64(1) << UInt64(8 * (4 - numbers.count)) else {
            throw failure
        }
        value = UInt32(tail)
        for (index, number) in numbers.enumerated() { value |= UInt32(number) << UInt32(8 * (3 - index)) }
    }

    /// A decimal, octal (`0…`) or hexadecimal (`0x…`) number; one that is too large for any address is 2³³.
    private static func number(_ digits: ArraySlice<UInt8>) -> UInt64? {
        var digits = digits
        var radix: UInt64 = 10
        if digits.starts(with: "0x".utf8) {
            digits = digits.dropFirst(2)
            radix = 16
        } else if digits.count > 1, digits.first == UInt8(ascii: "0") {
            digits = digits.dropFirst()
            radix = 8
        } else if digits.isEmpty {
            return nil
        }
        var value: UInt64 = 0
        for byte in digits {
            guard let digit = byte.hexValue, digit < radix else { return nil }
            value = min(value * radix + UInt64(digit), 1 << 33)
        }
        return value
    }
}
