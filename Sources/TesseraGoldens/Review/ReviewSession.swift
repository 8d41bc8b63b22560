/// A review on its way: the units of all datasets one after the other, and what was decided about each.
///
/// A value that is fed with answers; whoever holds it shows the units and asks.
public struct ReviewSession: Sendable {
    /// A unit of a dataset.
    public struct Item: Sendable, Equatable {
        /// Path of the dataset from the output folder.
        public let dataset: String
        public let unit: GoldenUnit

        public init(dataset: String, unit: GoldenUnit) {
            self.dataset = dataset
            self.unit = unit
        }
    }

    public enum Decision: Sendable, Equatable {
        case accepted
        /// Taken because another unit needs it.
        case acceptedAlong
        case rejected, skipped
        /// In an earlier review: it is not asked about, and can be named.
        case rejectedBefore
    }

    /// What a reviewer is asked before several units are accepted, or one that was rejected.
    public struct Question: Sendable, Equatable {
        /// Names of the units that would be accepted.
        public let parts: [String]
        /// The kind that they have in common; nil where any is meant.
        public let kind: String?
        /// Names of units that they need, and that were rejected.
        public let rejected: [String]
    }

    /// What an answer came to.
    public enum Effect: Sendable, Equatable {
        /// Go on: show the next unit, or end where there is none.
        case moved
        /// Ask whether these are to be accepted.
        case confirm(Question)
        case showFull, showWhy, showHelp
        /// The review is over.
        case ended
        /// The answer makes no sense here.
        case ignored
    }

    /// Those that are asked about, and behind them those that are not.
    public let items: [Item]
    /// How many are asked about.
    public let askedCount: Int
    public private(set) var decisions: [Int: Decision] = [:]
    /// The number of the item that is asked about; nil where all have been.
    public private(set) var position: Int?
    /// Items that were decided together, with what was known of them before.
    private var history: [[(index: Int, before: Decision?)]] = []
    private var positions: [Int] = []
    private var isConfirming: ReviewAnswer?
    private let numbers: [String: [String: Int]]
    private let needers: [[Int]]

    /// - Parameters:
    ///   - asked: what is asked about.
    ///   - rejectedBefore: what is not, because it was rejected in an earlier review.
    public init(_ asked: [Item], rejectedBefore: [Item] = []) {
        let items = asked + rejectedBefore
        self.items = items
        askedCount = asked.count
        for index in asked.count..<items.count { decisions[index] = .rejectedBefore }
        position = asked.isEmpty ? nil : 0
        var numbers: [String: [String: Int]] = [:]
        for (index, item) in items.enumerated() { numbers[item.dataset, default: [:]][item.unit.id] = index }
        self.numbers = numbers
        var needers = Array(repeating: [Int](), count: items.count)
        for (index, item) in items.enumerated() {
            for need in item.unit.needs { if let other = numbers[item.dataset]?[need] { needers[other].append(index) } }
        }
        self.needers = needers
    }

    /// What is asked about now.
    public var current: Item? { position.map { items[$0] } }

    /// The units that are to be taken of a dataset.
    public func accepted(of dataset: String) -> Set<String> {
        units(of: dataset) { $0 == .accepted || $0 == .acceptedAlong }
    }

    public func rejected(of dataset: String) -> Set<String> { units(of: dataset) { $0 == .rejected } }

    private func units(of dataset: String, _ isMeant: (Decision) -> Bool) -> Set<String> {
        Set(
            decisions.filter { items[$0.key].dataset == dataset && isMeant($0.value) }.map { items[$0.key].unit.id }
        )
    }

    // MARK: Answers

    /// Takes an answer.
    public mutating func take(_ answer: ReviewAnswer) -> Effect {
        guard let position else { return .ended }
        if let confirmed = isConfirming {
            isConfirming = nil
            guard answer == .yes else { return .moved }
            decide(remaining(confirmed), .accepted)
            return advance()
        }
        switch answer {
        case .accept:
            let question = question([position], kind: nil)
            // What somebody has rejected is not accepted behind their back.
            guard question.rejected.isEmpty else {
                isConfirming = answer
                return .confirm(question)
            }
            decide([position], .accepted)
            return advance()
        case .reject:
            decide([position], .rejected)
            return advance()
        case .skip:
            decide([position], .skipped)
            return advance()
        case .back: return goBack()
        case .kind, .all:
            isConfirming = answer
            return .confirm(question(remaining(answer), kind: answer == .kind ? items[position].unit.kindName : nil))
        case .full: return .showFull
        case .why: return .showWhy
        case .help: return .showHelp
        case .quit:
            self.position = nil
            return .ended
        case .yes, .no: return .ignored
        }
    }

    /// Accepts units by their names, without asking.
    /// - Returns: names of the units that had been rejected and are accepted because those need them.
    @discardableResult
    public mutating func accept(_ indices: [Int]) -> [String] {
        let overruled = rejected(neededBy: indices)
        decide(indices, .accepted)
        return overruled
    }

    /// Rejects units by their names, without asking.
    public mutating func reject(_ indices: [Int]) { decide(indices, .rejected) }

    private func question(_ indices: [Int], kind: String?) -> Question {
        Question(parts: indices.map { items[$0].unit.id }, kind: kind, rejected: rejected(neededBy: indices))
    }

    /// Names of the units that others need, by way of others as well, and that were rejected.
    private func rejected(neededBy indices: [Int]) -> [String] {
        var waiting = indices
        var seen = Set(indices)
        var found: [Int] = []
        while let index = waiting.popLast() {
            for need in items[index].unit.needs {
                guard let other = numbers[items[index].dataset]?[need], seen.insert(other).inserted else { continue }
                if decisions[other] == .rejected || decisions[other] == .rejectedBefore { found.append(other) }
                waiting.append(other)
            }
        }
        return found.sorted().map { items[$0].unit.id }
    }

    /// This item alone, or with the undecided ones behind it and before it, of its kind or of any.
    private func remaining(_ answer: ReviewAnswer) -> [Int] {
        guard let position else { return [] }
        if answer == .accept { return [position] }
        let kind = items[position].unit.kindName
        return items.indices.filter { index in
            let isOpen = index == position || decisions[index] == nil || decisions[index] == .skipped
            return isOpen && (answer == .all || items[index].unit.kindName == kind)
        }
    }

    private mutating func decide(_ indices: [Int], _ decision: Decision) {
        var step: [(index: Int, before: Decision?)] = []
        var changed: Set<Int> = []
        func note(_ index: Int, _ decision: Decision?, _ decisions: inout [Int: Decision]) {
            if changed.insert(index).inserted { step.append((index, decisions[index])) }
            decisions[index] = decision
        }
        for index in indices { note(index, decision, &decisions) }
        var waiting = indices
        var seen = Set(indices)
        while let index = waiting.popLast() {
            // What is taken takes what it needs; what is not taken cannot be needed.
            let others =
                decision == .accepted
                ? items[index].unit.needs.compactMap { numbers[items[index].dataset]?[$0] } : needers[index]
            for other in others where seen.insert(other).inserted {
                let isTaken = decisions[other] == .accepted || decisions[other] == .acceptedAlong
                guard isTaken != (decision == .accepted) else { continue }
                note(other, decision == .accepted ? .acceptedAlong : nil, &decisions)
                waiting.append(other)
            }
        }
        history.append(step)
        positions.append(position ?? 0)
    }

    /// The next item that nobody has decided about, behind this one first.
    private mutating func advance() -> Effect {
        let start = (position ?? -1) + 1
        position = (Array(start..<items.count) + Array(0..<min(start, items.count))).first { decisions[$0] == nil }
        return position == nil ? .ended : .moved
    }

    private mutating func goBack() -> Effect {
        guard let step = history.popLast(), let former = positions.popLast() else { return .ignored }
        for (index, before) in step { decisions[index] = before }
        position = former
        return .moved
    }
}
