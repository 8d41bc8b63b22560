/// Gives each name once, later ones with a suffix `~2`, `~3`, ….
struct UniqueNames {
    private var given: Set<String> = []
    /// The number to try next, by name.
    private var next: [String: Int] = [:]

    mutating func unique(_ name: String) -> String {
        var candidate = name
        while !given.insert(candidate).inserted {
            let number = next[name, default: 2]
            next[name] = number + 1
            candidate = "\(name)~\(number)"
        }
        return candidate
    }
}
