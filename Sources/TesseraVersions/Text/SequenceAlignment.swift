/// Pairs the equal elements of two sequences, as many as keep their order.
///
/// Eugene W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986). Where two sequences differ
/// in more than ``limit`` places, elements that occur once in both are paired first, and the parts between them for
/// themselves: a few more differences than need be, in far less time.
enum SequenceAlignment {
    typealias Pair = (old: Int, new: Int)

    /// The number of differences up to which the shortest way is looked for.
    private static let limit = 1_000

    /// - Returns: the pairs, in order.
    static func pairs(_ old: [Int32], _ new: [Int32]) -> [Pair] {
        var pairs: [Pair] = []
        align(old[...], new[...], &pairs, isAnchored: false)
        return pairs
    }

    private static func align(
        _ old: ArraySlice<Int32>,
        _ new: ArraySlice<Int32>,
        _ pairs: inout [Pair],
        isAnchored: Bool
    ) {
        var old = old
        var new = new
        while let first = old.first, first == new.first {
            pairs.append((old.startIndex, new.startIndex))
            old.removeFirst()
            new.removeFirst()
        }
        var ending: [Pair] = []
        while let last = old.last, last == new.last {
            ending.append((old.endIndex - 1, new.endIndex - 1))
            old.removeLast()
            new.removeLast()
        }
        if !old.isEmpty, !new.isEmpty { middle(old, new, &pairs, isAnchored: isAnchored) }
        pairs += ending.reversed()
    }

    private static func middle(
        _ old: ArraySlice<Int32>,
        _ new: ArraySlice<Int32>,
        _ pairs: inout [Pair],
        isAnchored: Bool
    ) {
        if let found = shortest(Array(old), Array(new)) {
            pairs += found.map { ($0.old + old.startIndex, $0.new + new.startIndex) }
            return
        }
        // Between anchors there are no more of them: what is left differs as a whole.
        guard !isAnchored else { return }
        var oldStart = old.startIndex
        var newStart = new.startIndex
        for anchor in anchors(old, new) + [(old.endIndex, new.endIndex)] {
            align(old[oldStart..<anchor.old], new[newStart..<anchor.new], &pairs, isAnchored: true)
            guard anchor.old < old.endIndex else { break }
            pairs.append(anchor)
            oldStart = anchor.old + 1
            newStart = anchor.new + 1
        }
    }

    /// The furthest-reaching paths of Myers' algorithm; nil where there are more differences than the limit.
    private static func shortest(_ old: [Int32], _ new: [Int32]) -> [Pair]? {
        let most = min(old.count + new.count, limit)
        var furthest = [Int](repeating: 0, count: 2 * most + 3)
        var trace: [[Int]] = []
        let centre = most + 1
        for depth in 0...most {
            trace.append(Array(furthest[(centre - depth - 1)...(centre + depth + 1)]))
            for diagonal in stride(from: -depth, through: depth, by: 2) {
                let isDown =
                    diagonal == -depth
                    || (diagonal != depth && furthest[centre + diagonal - 1] < furthest[centre + diagonal + 1])
                var x = isDown ? furthest[centre + diagonal + 1] : furthest[centre + diagonal - 1] + 1
                var y = x - diagonal
                while x < old.count, y < new.count, old[x] == new[y] {
                    x += 1
                    y += 1
                }
                furthest[centre + diagonal] = x
                if x >= old.count, y >= new.count { return backtrack(trace, old.count, new.count) }
            }
        }
        return nil
    }

    private static func backtrack(_ trace: [[Int]], _ oldCount: Int, _ newCount: Int) -> [Pair] {
        var pairs: [Pair] = []
        var x = oldCount
        var y = newCount
        for depth in trace.indices.reversed() {
            let row = trace[depth]
            // The row holds the diagonals from -(depth + 1) to depth + 1.
            func reached(_ diagonal: Int) -> Int { row[diagonal + depth + 1] }
            let diagonal = x - y
            let isDown =
                diagonal == -depth || (diagonal != depth && reached(diagonal - 1) < reached(diagonal + 1))
            let before = isDown ? diagonal + 1 : diagonal - 1
            let startX = reached(before)
            let startY = startX - before
            while x > startX, y > startY {
                x -= 1
                y -= 1
                pairs.append((x, y))
            }
            x = startX
            y = startY
        }
        return pairs.reversed()
    }

    /// The longest run of elements that occur once in both, in the order of both.
    private static func anchors(_ old: ArraySlice<Int32>, _ new: ArraySlice<Int32>) -> [Pair] {
        let oldPlaces = unique(old)
        let candidates = unique(new).compactMap { element, place in
            oldPlaces[element].map { Pair($0, place) }
        }.sorted { $0.new < $1.new }
        // Patience sorting: the piles' tops are found by bisection.
        var tops: [Int] = []
        var previous = [Int](repeating: -1, count: candidates.count)
        for (index, candidate) in candidates.enumerated() {
            var low = 0
            var high = tops.count
            while low < high {
                let middle = (low + high) / 2
                if candidates[tops[middle]].old < candidate.old { low = middle + 1 } else { high = middle }
            }
            if low > 0 { previous[index] = tops[low - 1] }
            if low == tops.count { tops.append(index) } else { tops[low] = index }
        }
        var run: [Pair] = []
        var index = tops.last ?? -1
        while index >= 0 {
            run.append(candidates[index])
            index = previous[index]
        }
        return run.reversed()
    }

    private static func unique(_ elements: ArraySlice<Int32>) -> [Int32: Int] {
        var places: [Int32: Int] = [:]
        for (place, element) in zip(elements.indices, elements) {
            places[element] = places[element] == nil ? place : -1
        }
        return places.filter { $0.value >= 0 }
    }
}
