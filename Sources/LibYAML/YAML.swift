/// Reads YAML 1.1 as libyaml understands it, with the place of every value.
public enum YAML {
    /// Reads a file that holds at most one document.
    ///
    /// Anchors and aliases are resolved; tags are refused, the standard ones included.
    ///
    /// - Parameters:
    ///   - bytes: The file in UTF-8, with or without a byte order mark.
    ///   - limits: How much of the file is accepted.
    /// - Returns: The document, or nil where the file holds none (nothing or comments only).
    /// - Throws: `YAMLFailure` for the first fault.
    public static func parse(
        _ bytes: [UInt8],
        limits: YAMLLimits = .standard
    ) throws(YAMLFailure) -> YAMLNode? {
        var composer = try YAMLComposer(events: YAMLEventSource(bytes: bytes), limits: limits)
        return try composer.document()
    }
}
