import CPCRE2

extension RegularExpression {
    /// Finds the first match in UTF-8 text, without copying the text.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - start: Where to begin, in bytes from the beginning of the text. What lies before it is still seen
    ///     by look-behind and by `^`.
    ///   - anchored: Whether the match must begin exactly at `start`.
    ///   - endAnchored: Whether the match must end exactly at the end of the text.
    ///   - notEmpty: Whether the match must take at least one character.
    /// - Returns: The match, or nil where there is none.
    /// - Throws: `RegularExpressionFailure`; `.matchLimit` where the search takes too many steps or too much
    ///   memory, `.invalidOffset` where `start` lies outside the text.
    public func firstMatch(
        in text: Span<UInt8>,
        from start: Int = 0,
        anchored: Bool = false,
        endAnchored: Bool = false,
        notEmpty: Bool = false
    ) throws(RegularExpressionFailure) -> RegularExpressionMatch? {
        guard (0...text.count).contains(start) else { throw .invalidOffset(start) }
        let options =
            (anchored ? PCRE2_ANCHORED : 0) | (endAnchored ? PCRE2_ENDANCHORED : 0) | (notEmpty ? PCRE2_NOTEMPTY : 0)
        return try unsafe text.withUnsafeBufferPointer { bytes throws(RegularExpressionFailure) in
            try unsafe firstMatch(in: bytes, from: start, options: options)
        }
    }

    /// Finds the first match in UTF-8 text held by an array, without copying it.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - start: Where to begin, in bytes from the beginning of the text.
    ///   - anchored: Whether the match must begin exactly at `start`.
    /// - Returns: The match, or nil where there is none.
    /// - Throws: `RegularExpressionFailure`, as for a span.
    public func firstMatch(
        in text: [UInt8],
        from start: Int = 0,
        anchored: Bool = false
    ) throws(RegularExpressionFailure) -> RegularExpressionMatch? {
        try firstMatch(in: text.span, from: start, anchored: anchored)
    }

    private func firstMatch(
        in bytes: UnsafeBufferPointer<UInt8>,
        from start: Int,
        options: UInt32
    ) throws(RegularExpressionFailure) -> RegularExpressionMatch? {
        guard let result = unsafe pcre2_match_data_create_from_pattern_8(code, nil) else {
            throw .engine(message: "out of memory")
        }
        defer { unsafe pcre2_match_data_free_8(result) }
        let text = bytes.baseAddress
        var status = unsafe pcre2_match_8(code, text, bytes.count, start, options, result, limits)
        if status == PCRE2_ERROR_JIT_STACKLIMIT {
            // Machine code has 32 KiB for backtracking, far less than the limits here allow.
            let interpreted = options | PCRE2_NO_JIT
            status = unsafe pcre2_match_8(code, text, bytes.count, start, interpreted, result, limits)
        }
        switch status {
        case PCRE2_ERROR_NOMATCH:
            return nil
        case PCRE2_ERROR_MATCHLIMIT, PCRE2_ERROR_DEPTHLIMIT, PCRE2_ERROR_HEAPLIMIT:
            throw .matchLimit
        case ..<0:
            throw .engine(message: Self.message(for: status))
        default:
            return unsafe Self.match(from: result)
        }
    }

    /// Reads the pairs of offsets; a group that took no part has the largest number in both.
    private static func match(from result: OpaquePointer) -> RegularExpressionMatch? {
        let count = unsafe Int(pcre2_get_ovector_count_8(result))
        guard let offsets = unsafe pcre2_get_ovector_pointer_8(result) else { return nil }
        let ranges = (0..<count).map { group -> Range<Int>? in
            let (lower, upper) = unsafe (offsets[2 * group], offsets[2 * group + 1])
            guard lower != Int(bitPattern: UInt.max), lower <= upper else { return nil }
            return Int(lower)..<Int(upper)
        }
        guard let first = ranges.first, let whole = first else { return nil }
        return RegularExpressionMatch(range: whole, groups: Array(ranges.dropFirst()))
    }
}
