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
    private func find(_ text: String, _ extent: Pattern.Extent, from start: Int) -> HeadingMachine.Found? {
        let bytes = text.utf8.span
        var units = FoldedUnits(from: start)
        var next = units.next(in: bytes)
        var previous: FoldedUnit?
        if extent == .anywhere {
            passOver(&units, in: bytes, &previous, &next)
        } else if let first = next, !beginsWithPrefix(first, units, in: bytes) {
            // Most texts are no heading, which their first characters tell.
            return nil
        }
        // The machine needs memory, which is not asked for before something may match.
        guard next != nil else { return nil }
        var machine = HeadingMachine(program: program)
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

    /// Whether the characters from one on are those that every match begins with.
    private func beginsWithPrefix(
        _ first: FoldedUnit,
        _ units: FoldedUnits,
        in bytes: borrowing Span<UInt8>
    ) -> Bool {
        guard firstUnits.contains(first.scalar) else { return false }
        var units = units
        var unit: FoldedUnit? = first
        for step in program.prefix {
            guard let taken = unit, step.test.accepts(taken.scalar), !(step.isGlued && taken.isAfterSpace) else {
                return false
            }
            unit = units.next(in: bytes)
        }
        return true
    }

    /// Goes on to the next unit at which a match may begin; most of a text is passed over here.
    private func passOver(
        _ units: inout FoldedUnits,
        in bytes: borrowing Span<UInt8>,
        _ previous: inout FoldedUnit?,
        _ next: inout FoldedUnit?
    ) {
        while let unit = next {
            if mayStart(unit, after: previous), beginsWithPrefix(unit, units, in: bytes) { return }
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
    private func match(_ found: HeadingMachine.Found, in text: String) -> PatternMatch? {
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
