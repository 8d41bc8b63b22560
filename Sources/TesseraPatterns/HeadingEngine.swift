import TesseraModel

/// Runs a ``HeadingProgram`` over a text: all alternatives side by side, one character at a time, so that the time
/// is linear in the text whatever the pattern (R. Cox, "Regular Expression Matching: the Virtual Machine Approach",
/// 2009, after K. Thompson and R. Pike).
struct HeadingEngine: PatternEngine {
    private let program: HeadingProgram
    private let firstUnits: FirstUnits

    init(program: HeadingProgram) {
        self.program = program
        firstUnits = FirstUnits(program.firstTests ?? [])
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
        var previous: FoldedUnit?
        if extent == .anywhere {
            passOver(&units, in: bytes, &previous, &next)
        } else if let first = next, !firstUnits.contains(first.scalar) {
            // Most texts are no heading, which their first character tells.
            return nil
        }
        // The machine needs memory, which is not asked for before something may match.
        guard next != nil else { return nil }
        var machine = Machine(program: program)
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
            if extent == .anywhere, machine.isIdle { passOver(&units, in: bytes, &previous, &next) }
        }
        return machine.best
    }

    /// Goes on to the next unit at which a match may begin; most of a text is passed over here.
    private func passOver(
        _ units: inout FoldedUnits,
        in bytes: borrowing Span<UInt8>,
        _ previous: inout FoldedUnit?,
        _ next: inout FoldedUnit?
    ) {
        while let unit = next, !mayStart(unit, after: previous) {
            previous = units.passOver(in: bytes, to: firstUnits) ?? unit
            next = units.next(in: bytes)
        }
    }

    /// Whether a match may begin at a unit: at a word's border, and with a character that can come first.
    private func mayStart(_ unit: FoldedUnit, after previous: FoldedUnit?) -> Bool {
        guard firstUnits.contains(unit.scalar) else { return false }
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
    /// What is still to be followed, within one call; kept for its memory.
    private var pending: [Thread] = []
    /// The slots of a thread that has noted nothing.
    private let emptySlots: [Int]
    /// The step at which an instruction was last added: each is added once a step, which keeps a step's cost constant.
    private var added: [Int]
    private var stepNumber = 0
    private(set) var best: Found?

    init(program: HeadingProgram) {
        self.program = program
        added = Array(repeating: -1, count: program.instructions.count)
        emptySlots = Array(repeating: -1, count: 2 * program.captures.count)
    }

    var isIdle: Bool { threads.isEmpty }
    /// Nothing that is still running can be preferred to what was found.
    var isFinished: Bool { best != nil && threads.isEmpty }

    mutating func start(at place: Int, after previousEnd: Int) {
        // The new thread belongs to those that run already.
        swap(&threads, &successors)
        _ = follow(
            Thread(instruction: 0, start: place, slots: emptySlots),
            nextStart: place,
            previousEnd: previousEnd,
            mayEnd: false
        )
        swap(&threads, &successors)
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
            let accepted = follow(
                successor,
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

    /// Follows a thread through everything that takes no character, and adds what comes of it to the successors.
    /// - Returns: the thread that reached the end of the program, where a match may end here.
    private mutating func follow(
        _ thread: Thread,
        nextStart: Int,
        previousEnd: Int,
        mayEnd: Bool
    ) -> Thread? {
        pending.removeAll(keepingCapacity: true)
        pending.append(thread)
        while var current = pending.popLast() {
            guard added[current.instruction] != stepNumber else { continue }
            added[current.instruction] = stepNumber
            switch program.instructions[current.instruction] {
            case .unit:
                successors.append(current)
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
