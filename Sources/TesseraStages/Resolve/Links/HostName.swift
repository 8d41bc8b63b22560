import LibIDN2
import LibPSL

/// The name of a host as it stands in a text, and what the list of public suffixes says of it.
struct HostName {
    /// In lower case and ASCII.
    let ascii: String
    /// The labels as written.
    let labels: [ArraySlice<UInt8>]
    let suffix: PublicSuffixList.Suffix?

    /// - Parameter written: the name in UTF-8.
    /// - Returns: nil where a label is empty or begins or ends with a hyphen, or where no host can have this name.
    init?(_ written: ArraySlice<UInt8>) {
        guard (1...253).contains(written.count) else { return nil }
        labels = written.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let hyphen = UInt8(ascii: "-")
        for label in labels {
            guard (1...63).contains(label.count), label.first != hyphen, label.last != hyphen else { return nil }
        }
        let lowered = written.loweredBytes
        if lowered.allSatisfy({ $0 < 0x80 }) {
            ascii = lowered.text
        } else {
            do {
                ascii = try DomainName.ascii(written.text)
            } catch {
                // The question was whether this is a name; it is none.
                return nil
            }
        }
        suffix = PublicSuffixList.suffix(of: ascii)
    }

    /// Names that are in no registry and in documents all the same: kept for examples and tests (RFC 2606, RFC 6761),
    /// and for networks of one's own.
    private static let specialUse: Set<String> = [
        "example", "invalid", "internal", "local", "localhost", "onion", "test",
    ]

    /// Whether the last label is one that names of hosts end in.
    var hasKnownEnd: Bool {
        suffix != nil || HostName.specialUse.contains(String(ascii.split(separator: ".").last ?? ""))
    }

    /// The public suffix in lower case and ASCII; empty where none is known.
    var suffixText: String { String(decoding: ascii.utf8.suffix(suffix?.length ?? 0), as: UTF8.self) }

    /// The number of labels in front of the public suffix.
    var ownLabels: Int {
        labels.count - (suffix == nil ? 0 : suffixText.utf8.count { $0 == UInt8(ascii: ".") } + 1)
    }
}

extension LinkScan {
    /// The end of a host without what a sentence has added: a full stop, a word glued to it (`state.gov.The`), an
    /// ending with a hyphen (`state.gov-based`), text in a script that writes no blanks (`state.govを`).
    func sentenceEnd(ofHost host: Range<Int>) -> Int {
        var end = host.upperBound
        while end > host.lowerBound, LinkScan.isHostMark(bytes[end - 1]) { end -= 1 }
        let name = HostName(bytes[host.lowerBound..<end])
        if name?.hasKnownEnd == true { return end }
        let labelStart = (bytes[host.lowerBound..<end].lastIndex(of: UInt8(ascii: ".")) ?? host.lowerBound - 1) + 1
        let label = bytes[labelStart..<end]
        let cuts = [
            label.firstIndex(of: UInt8(ascii: "-")),
            label.firstIndex { $0 >= 0xE3 },
            label.first?.isASCIICapital == true && label.contains { !$0.isASCIICapital } ? labelStart - 1 : nil,
        ]
        for cut in cuts.compactMap({ $0 }) where cut > host.lowerBound {
            if let shorter = HostName(bytes[host.lowerBound..<cut]), shorter.suffix != nil, shorter.ownLabels > 0 {
                return cut
            }
        }
        return end
    }
}
