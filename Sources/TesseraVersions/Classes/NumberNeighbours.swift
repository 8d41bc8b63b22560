/// The words between figures on both sides of a change: with other figures, words may take another form.
struct NumberNeighbours {
    private let old: [String]
    private let new: [String]

    init(_ old: [String], _ new: [String]) {
        self.old = old
        self.new = new
    }

    /// Whether they are the same words, or other forms of them: `1 country` and `3 countries`.
    var areTheSame: Bool {
        old.count == new.count
            && zip(old, new).allSatisfy { one, other in
                let shared = zip(one.lowercased(), other.lowercased()).prefix { $0 == $1 }.count
                return one.lowercased() == other.lowercased()
                    || (shared >= 3 && shared * 2 >= max(one.count, other.count))
            }
    }
}
