/// Gives each name once, later ones with a suffix `~2`, `~3`, ….
struct UniqueNames {
    private var counts: [String: Int] = [:]

    mutating func unique(_ name: String) -> String {
        let count = counts[name, default: 0] + 1
        counts[name] = count
        return count == 1 ? name : "\(name)~\(count)"
    }
}
