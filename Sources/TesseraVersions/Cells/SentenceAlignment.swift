/// Pairs the sentences of two versions of a text: those that are the same first, then between them those that are alike,
/// also where one has become two or two have become one.
struct SentenceAlignment {
    /// Sentences that say nearly the same, in order; equal ones are left out.
    private(set) var reworded: [(old: SentenceRun, new: SentenceRun)] = []
    /// Sentences that the new version does not have in this order.
    private(set) var removed: [SentenceRun] = []
    /// Sentences that the old version does not have in this order.
    private(set) var added: [SentenceRun] = []

    private let old: [SentenceRun]
    private let new: [SentenceRun]

    /// - Parameters:
    ///   - old: texts of the old version, one behind the other.
    ///   - new: texts of the new version.
    init(_ old: [ComparedText], _ new: [ComparedText]) {
        self.old = old.flatMap(SentenceAlignment.sentences)
        self.new = new.flatMap(SentenceAlignment.sentences)
        var numbers: [[Int32]: Int32] = [:]
        func number(_ sentence: SentenceRun) -> Int32 {
            let next = Int32(numbers.count)
            let ids = sentence.ids
            if let known = numbers[ids] { return known }
            numbers[ids] = next
            return next
        }
        let pairs = SequenceAlignment.pairs(self.old.map(number), self.new.map(number))
        var place = (old: 0, new: 0)
        for pair in pairs + [(self.old.count, self.new.count)] {
            alignGap(place.old..<pair.old, place.new..<pair.new)
            place = (pair.old + 1, pair.new + 1)
        }
    }

    private static func sentences(of text: ComparedText) -> [SentenceRun] {
        text.sentences.indices.map { SentenceRun(text: text, sentences: $0..<$0 + 1) }
    }

    private enum Step {
        case removed, added
        /// Numbers of sentences that belong together.
        case paired(old: Int, new: Int)
    }

    /// The number of pairs up to which all ways through a gap are weighed.
    private static let limit = 40_000

    private mutating func alignGap(_ oldRange: Range<Int>, _ newRange: Range<Int>) {
        guard !oldRange.isEmpty, !newRange.isEmpty, oldRange.count * newRange.count <= SentenceAlignment.limit else {
            removed += old[oldRange]
            added += new[newRange]
            return
        }
        if oldRange.count == newRange.count, (old[oldRange] + new[newRange]).allSatisfy(\.isShortLine) {
            reworded += zip(old[oldRange], new[newRange]).map { (old: $0, new: $1) }
            return
        }
        let likeness = Likeness(Array(old[oldRange]), Array(new[newRange]))
        // The most alike way through the gap, as spelling correctors and aligners of translations find it:
        // W. A. Gale, K. W. Church, "A Program for Aligning Sentences in Bilingual Corpora" (1993).
        let columns = newRange.count + 1
        var scores = [Double](repeating: 0, count: (oldRange.count + 1) * columns)
        var steps = [Step](repeating: .removed, count: scores.count)
        for x in 0...oldRange.count {
            for y in 0...newRange.count where x + y > 0 {
                var best = -1.0
                var step = Step.removed
                func consider(_ score: Double, _ candidate: Step) {
                    if score > best { (best, step) = (score, candidate) }
                }
                if x > 0 { consider(scores[(x - 1) * columns + y], .removed) }
                if y > 0 { consider(scores[x * columns + y - 1], .added) }
                for (takenOld, takenNew) in [(1, 1), (2, 1), (1, 2)] where x >= takenOld && y >= takenNew {
                    let score = likeness.score(x - takenOld..<x, y - takenNew..<y)
                    guard score > 0 else { continue }
                    consider(
                        scores[(x - takenOld) * columns + y - takenNew] + score,
                        .paired(old: takenOld, new: takenNew)
                    )
                }
                scores[x * columns + y] = best
                steps[x * columns + y] = step
            }
        }
        collect(steps, oldRange, newRange)
    }

    private mutating func collect(_ steps: [Step], _ oldRange: Range<Int>, _ newRange: Range<Int>) {
        var x = oldRange.count
        var y = newRange.count
        var pairs: [(old: SentenceRun, new: SentenceRun)] = []
        var gone: [SentenceRun] = []
        var came: [SentenceRun] = []
        while x + y > 0 {
            switch steps[x * (newRange.count + 1) + y] {
            case .paired(let takenOld, let takenNew):
                x -= takenOld
                y -= takenNew
                let oldRun = joined(old[oldRange.lowerBound + x..<oldRange.lowerBound + x + takenOld])
                pairs.append((oldRun, joined(new[newRange.lowerBound + y..<newRange.lowerBound + y + takenNew])))
            case .removed:
                x -= 1
                gone.append(old[oldRange.lowerBound + x])
            case .added:
                y -= 1
                came.append(new[newRange.lowerBound + y])
            }
        }
        reworded += pairs.reversed()
        removed += gone.reversed()
        added += came.reversed()
    }

    private func joined(_ runs: ArraySlice<SentenceRun>) -> SentenceRun {
        var run = runs[runs.startIndex]
        for next in runs.dropFirst() { run.sentences = run.sentences.lowerBound..<next.sentences.upperBound }
        return run
    }
}

extension SentenceRun {
    /// Whether it is one of those lines that say one thing in its place: a name, a number of telephone. In the same place
    /// between the same neighbours, another line is another value of the same thing.
    fileprivate var isShortLine: Bool { words.count <= 8 && isParagraph }
}

/// How alike the sentences of a gap are.
private struct Likeness {
    private let old: [SentenceRun]
    private let new: [SentenceRun]
    private let oldBags: [WordBag]
    private let newBags: [WordBag]

    private let threshold: Double

    init(_ old: [SentenceRun], _ new: [SentenceRun]) {
        self.old = old
        self.new = new
        // Between the same neighbours, the only sentence is likely to be the one that was there; so is all that a cell says.
        let areAlone = old.count == 1 && new.count == 1
        threshold = !areAlone ? 0.45 : old[0].isWhole && new[0].isWhole ? 0.1 : 0.2
        oldBags = old.map { WordBag($0.words) }
        newBags = new.map { WordBag($0.words) }
    }

    /// From 0, for sentences that are not to be paired, to 1 a sentence; two that became one count as much as one that
    /// stayed one.
    func score(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Double {
        guard isJoinable(old[oldRange]), isJoinable(new[newRange]) else { return 0 }
        if oldRange.count == 1, newRange.count == 1 {
            let score = oldBags[oldRange.lowerBound].likeness(to: newBags[newRange.lowerBound])
            return score >= threshold ? score : 0
        }
        // Each of the two must have brought most of what it says; otherwise it is a pair and an addition.
        let whole = oldRange.count == 1 ? oldBags[oldRange.lowerBound] : newBags[newRange.lowerBound]
        let halves = oldRange.count == 1 ? newRange.map { newBags[$0] } : oldRange.map { oldBags[$0] }
        guard halves.allSatisfy({ $0.containment(in: whole) >= 0.6 }) else { return 0 }
        let score = halves[0].joined(with: halves[1]).likeness(to: whole)
        return score >= 0.7 ? score * 1.2 : 0
    }

    private func isJoinable(_ runs: ArraySlice<SentenceRun>) -> Bool {
        zip(runs, runs.dropFirst()).allSatisfy { $0.isFollowed(by: $1) }
    }
}
