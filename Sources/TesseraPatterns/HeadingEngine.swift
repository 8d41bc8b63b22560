import TesseraModel

/// Runs a ``HeadingProgram`` over a text: all alternatives side by side, one character at a time, so that the time
/// is linear in the text whatever the pattern (R. Cox, "Regular Expression Matching: the Virtual Machine Approach",
/// 2009, after K. Thompson and R. Pike).
struct HeadingEngine: PatternEngine {
    private let program: HeadingProgram
    private let firstTests: [UnitTest]

    init(program: HeadingProgram) {
        self.program = program
        firstTests = program.firstTests ?? []
    }

    var captureNames: [String] { program.captures.map(\.name).filter { !$0.isEmpty } }

    func match(_ text: String, _ extent: Pattern.Extent, from start: Int) -> PatternMatch? {
        var start = start
        while let found = find(text, extent, from: start) {
            if let match = match(found, in: text) { return match }
            // The characters fit and the value makes no sense: what stands behind them may still match.
            guard extent == .anywhere else { return nil }
            start = found.range.upperBound
        }
        return nil
    }

    /// The leftmost piece whose characters fit.
    private func find(_ text: String, _ extent: Pattern.Extent, from start: Int) -> Machine.Found? {
        let bytes = text.utf8.span
        var units = FoldedUnits(from: start)
        var next = units.next(in: bytes)
        // Most texts are no heading, which their first character tells.
        if extent != .anywhere {
            guard let first = next, canStart(with: first.scalar) else { return nil }
        }
        var machine = Machine(program: program)
        var previous: FoldedUnit?
        while let unit = next {
            if extent != .anywhere ? previous == nil : machine.best == nil && mayStart(unit, after: previous) {
                machine.start(at: unit.start, after: previous?.end ?? start)
            } else if machine.isIdle, extent != .anywhere {
                return nil
            }
            next = units.next(in: bytes)
            machine.step(unit, next: next, mustReachEnd: extent == .whole)
            if machine.isFinished { break }
            previous = unit
        }
        return machine.best
    }

    private func canStart(with scalar: Unicode.Scalar) -> Bool {
        firstTests.contains { $0.accepts(scalar) }
    }

    /// Whether a match may begin at a unit: at a word's border, and with a character that can come first.
    private func mayStart(_ unit: FoldedUnit, after previous: FoldedUnit?) -> Bool {
        guard canStart(with: unit.scalar) else { return false }
        guard let previous, !unit.isAfterSpace else { return true }
        return !(previous.isAlphanumeric && unit.isAlphanumeric)
    }

    /// The match with typed values; nil where a captured text makes no sense as a value of its type.
    private func match(_ found: Machine.Found, in text: String) -> PatternMatch? {
        var captures: [Capture] = []
        for (number, rule) in program.captures.enumerated() {
            let start = found.slots[2 * number]
            let end = found.slots[2 * number + 1]
            guard start >= 0, end > start else { continue }
            guard let value = rule.type.value(of: String(text.utf8Slice(start..<end))) else { return nil }
            captures.append(Capture(name: rule.name, range: start..<end, value: value))
        }
        return PatternMatch(range: found.range, captures: captures)
    }
}

/// The threads of one match, in order of preference.
private struct Machine {
    struct Thread {
        var instruction: Int
        var start: Int
        var slots: [Int]
    }

    struct Found {
        var range: Range<Int>
        var slots: [Int]
    }

    private let program: HeadingProgram
    private var threads: [Thread] = []
    private var successors: [Thread] = []
    /// The step at which an instruction was last added: each is added once a step, which keeps a step's cost constant.
    private var added: [Int]
    private var stepNumber = 0
    private(set) var best: Found?

    init(program: HeadingProgram) {
        self.program = program
        added = Array(repeating: -1, count: program.instructions.count)
    }

    var isIdle: Bool { threads.isEmpty }
    /// Nothing that is still running can be preferred to what was found.
    var isFinished: Bool { best != nil && threads.isEmpty }

    mutating func start(at place: Int, after previousEnd: Int) {
        let thread = Thread(
            instruction: 0,
            start: place,
            slots: Array(repeating: -1, count: 2 * program.captures.count)
        )
        _ = add(thread, to: \.threads, nextStart: place, previousEnd: previousEnd, mayEnd: false)
    }

    /// Takes one unit.
    mutating func step(_ unit: FoldedUnit, next: FoldedUnit?, mustReachEnd: Bool) {
        guard !threads.isEmpty else { return }
        stepNumber += 1
        successors.removeAll(keepingCapacity: true)
        let mayEnd = endsWell(unit, next, mustReachEnd)
        for thread in threads {
            guard case .unit(let test, let glued) = program.instructions[thread.instruction],
                test.accepts(unit.scalar), !(glued && unit.isAfterSpace)
            else { continue }
            var successor = thread
            successor.instruction += 1
            let accepted = add(
                successor,
                to: \.successors,
                nextStart: next?.start ?? unit.end,
                previousEnd: unit.end,
                mayEnd: mayEnd
            )
            if let accepted {
                best = Found(range: accepted.start..<unit.end, slots: accepted.slots)
                break  // Threads behind this one are less preferred.
            }
        }
        swap(&threads, &successors)
    }

    /// Whether a match may end behind a unit.
    private func endsWell(_ unit: FoldedUnit, _ next: FoldedUnit?, _ mustReachEnd: Bool) -> Bool {
        guard let next else { return true }
        guard !mustReachEnd else { return false }
        return next.isAfterSpace || !(unit.isAlphanumeric && next.isAlphanumeric)
    }

    /// Follows a thread through everything that takes no character.
    /// - Returns: the thread that reached the end of the program, where a match may end here.
    private mutating func add(
        _ thread: Thread,
        to list: WritableKeyPath<Machine, [Thread]>,
        nextStart: Int,
        previousEnd: Int,
        mayEnd: Bool
    ) -> Thread? {
        var pending = [thread]
        while var current = pending.popLast() {
            guard added[current.instruction] != stepNumber else { continue }
            added[current.instruction] = stepNumber
            switch program.instructions[current.instruction] {
            case .unit:
                self[keyPath: list].append(current)
            case .accept:
                // Threads added before this one are preferred to it, those still pending are not.
                if mayEnd { return current }
            case .jump(let target):
                current.instruction = target
                pending.append(current)
            case .split(let preferred, let other):
                var second = current
                second.instruction = other
                pending.append(second)
                current.instruction = preferred
                pending.append(current)
            case .save(let slot):
                current.slots[slot] = slot.isMultiple(of: 2) ? nextStart : previousEnd
                current.instruction += 1
                pending.append(current)
            }
        }
        return nil
    }
}
