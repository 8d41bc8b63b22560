import TesseraModel

/// Finds URLs and e-mail addresses in running text, in one pass over its bytes.
///
/// A URL begins with a scheme (`http`, `https`, `ftp`), with `www.`, or with a host below a public suffix that enough
/// speaks for. It ends where no URL can go on (RFC 3986, appendix C), less the punctuation of the
/// sentence around it.
public enum LinkScanner {
    /// The links of a text, from front to back; none overlaps another.
    ///
    /// - Parameter text: The text; a blank may stand for the end of a line.
    public static func scan(_ text: String) -> [FoundLink] {
        scan(Array(text.utf8))
    }

    /// The links of a text, from front to back; none overlaps another.
    ///
    /// - Parameter bytes: The text in UTF-8.
    public static func scan(_ bytes: [UInt8]) -> [FoundLink] {
        var scan = LinkScan(bytes)
        scan.run()
        return scan.links
    }
}
