import CPSL

/// The list of domains below which people register names, as it was when libpsl was built.
///
/// A name is known only where a rule of the list names it: the list's default rule, by which any last label is a suffix,
/// is left out.
public enum PublicSuffixList {
    /// The two halves of the list.
    public enum Section: Sendable, Equatable {
        /// Registries of the domain name system: `org`, `co.uk`.
        case icann
        /// Companies that give away names below their own: `github.io`.
        case owner
    }

    /// The public suffix of a host.
    public struct Suffix: Sendable, Equatable {
        /// Length in bytes: the suffix ends where the host does.
        public var length: Int
        /// Which half of the list names it.
        public var section: Section

        /// Makes a suffix from its parts.
        public init(length: Int, section: Section) {
            self.length = length
            self.section = section
        }
    }

    /// The longest public suffix of a host.
    ///
    /// - Parameter host: The host in lower case, in ASCII or UTF-8, without a dot at its end.
    /// - Returns: Its suffix, which may be the whole host; nil where no rule names one.
    public static func suffix(of host: String) -> Suffix? {
        // The host is looked at up to its first NUL.
        // And libpsl 0.21 finds names below `m`, which no rule has: all rules end in two characters at least.
        let last = host.utf8.reversed().prefix { $0 != UInt8(ascii: ".") }.count
        guard !host.utf8.contains(0), last > 1 else { return nil }
        return unsafe host.withCString { name in
            // The list is a constant of the library: it is neither changed nor freed.
            let list = unsafe psl_builtin()
            guard unsafe list != nil, let suffix = unsafe psl_unregistrable_domain(list, name) else { return nil }
            // The suffix is the end of `name` itself.
            let length = unsafe host.utf8.count - (suffix - name)
            let named = PSL_TYPE_NO_STAR_RULE
            if unsafe psl_is_public_suffix2(list, suffix, PSL_TYPE_ICANN | named) == 1 {
                return Suffix(length: length, section: .icann)
            }
            if unsafe psl_is_public_suffix2(list, suffix, PSL_TYPE_PRIVATE | named) == 1 {
                return Suffix(length: length, section: .owner)
            }
            return nil
        }
    }
}
