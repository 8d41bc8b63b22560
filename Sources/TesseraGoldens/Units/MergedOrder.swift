/// The keys of two lists in one order that agrees with the leading list, and with the other one as far as that goes.
enum MergedOrder {
    /// - Parameters:
    ///   - leading: keys, each once.
    ///   - other: keys, each once; what only this list has stands behind what stands in front of it here.
    static func of(_ leading: [String], _ other: [String]) -> [String] {
        let known = Set(leading)
        var first: [String] = []
        var followers: [String: [String]] = [:]
        var anchor: String?
        for key in other {
            if known.contains(key) {
                anchor = key
            } else if let anchor {
                followers[anchor, default: []].append(key)
            } else {
                first.append(key)
            }
        }
        return first + leading.flatMap { [$0] + (followers[$0] ?? []) }
    }
}
