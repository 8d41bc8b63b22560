import CPCRE2

/// A compiled regular expression in the syntax of Perl, matched against UTF-8 text.
///
/// Letters, digits and word characters are those of Unicode. Bytes that are not UTF-8 match nothing, and no
/// match spans them. `\C`, which would match half a character, is refused.
///
/// `@unchecked Sendable` is sound because nothing changes after `init`: PCRE2 documents compiled code
/// (machine code included) and an unmodified match context as usable by several threads at once
/// (pcre2api(3), "Multithreading"). All state of a search lives in match data made for that search.
@safe
public final class RegularExpression: @unchecked Sendable {
    /// What one search may take; a search in a sensible pattern needs a small part of it.
    enum Limit {
        /// How often the inner matching function may be called, with and without machine code.
        static let steps: UInt32 = 1_000_000
        /// How deep backtracking points may be nested, without machine code.
        static let depth: UInt32 = 250_000
        /// How much memory backtracking may take in KiB, without machine code.
        static let memory: UInt32 = 65_536
    }

    let code: OpaquePointer
    let limits: OpaquePointer

    /// The named groups in the order of their numbers.
    public let groupNames: [(name: String, index: Int)]

    /// Whether the pattern was turned into machine code.
    public let isCompiledToMachineCode: Bool

    /// Compiles a pattern.
    ///
    /// - Parameters:
    ///   - pattern: The pattern, in the syntax of pcre2pattern(3).
    ///   - caseInsensitive: Whether upper and lower case match each other, by the rules of Unicode.
    /// - Throws: `RegularExpressionFailure.invalidPattern` where the pattern has a fault.
    public init(_ pattern: String, caseInsensitive: Bool) throws(RegularExpressionFailure) {
        var options = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C | PCRE2_MATCH_INVALID_UTF
        if caseInsensitive { options |= PCRE2_CASELESS }
        var error: Int32 = 0
        var offset = 0
        // A null-terminated copy would end at a NUL inside the pattern, so the length is passed.
        let bytes = Array(pattern.utf8) + [0]
        let compiled = unsafe pcre2_compile_8(bytes, bytes.count - 1, options, &error, &offset, nil)
        guard let compiled = unsafe compiled else {
            throw .invalidPattern(message: Self.message(for: error), offset: offset)
        }
        guard let limits = unsafe pcre2_match_context_create_8(nil) else {
            unsafe pcre2_code_free_8(compiled)
            throw .engine(message: "out of memory")
        }
        unsafe pcre2_set_match_limit_8(limits, Limit.steps)
        unsafe pcre2_set_depth_limit_8(limits, Limit.depth)
        unsafe pcre2_set_heap_limit_8(limits, Limit.memory)
        unsafe self.code = compiled
        unsafe self.limits = limits
        // A failure leaves the interpreter, which gives the same answers more slowly.
        isCompiledToMachineCode = unsafe pcre2_jit_compile_8(compiled, PCRE2_JIT_COMPLETE) == 0
        groupNames = unsafe Self.groupNames(of: compiled)
    }

    deinit {
        unsafe pcre2_match_context_free_8(limits)
        unsafe pcre2_code_free_8(code)
    }

    /// The text of an error code of PCRE2.
    static func message(for error: Int32) -> String {
        var buffer = [UInt8](repeating: 0, count: 256)
        let length = unsafe pcre2_get_error_message_8(error, &buffer, buffer.count)
        guard length > 0 else { return "error \(error)" }
        return String(decoding: buffer.prefix(Int(length)), as: UTF8.self)
    }
}

extension RegularExpression {
    /// Reads the name table: entries of fixed size, each a big-endian group number and a terminated name.
    private static func groupNames(of code: OpaquePointer) -> [(name: String, index: Int)] {
        var count: UInt32 = 0
        var size: UInt32 = 0
        var table: UnsafePointer<UInt8>?
        unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMECOUNT), &count)
        unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMEENTRYSIZE), &size)
        unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMETABLE), &table)
        guard let table = unsafe table else { return [] }
        let names = (0..<Int(count)).map { position in
            let entry = unsafe table + position * Int(size)
            let index = unsafe Int(entry[0]) << 8 | Int(entry[1])
            return (name: unsafe String(cString: entry + 2), index: index)
        }
        return names.sorted { $0.index < $1.index }
    }
}
