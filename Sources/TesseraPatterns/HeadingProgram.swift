/// A compiled heading pattern: instructions for the machine of ``HeadingEngine``.
struct HeadingProgram: Sendable {
    enum Instruction: Sendable {
        case unit(UnitTest, glued: Bool)
        /// Goes on at both places; the first is preferred.
        case split(Int, Int)
        case jump(Int)
        /// Notes the current place in a slot: even ones are starts, odd ones ends.
        case save(Int)
        case accept
    }

    struct CaptureRule: Sendable {
        var name: String
        var type: PlaceholderType
    }

    private(set) var instructions: [Instruction] = []
    /// The characters with which every match begins, as far as there is no choice.
    private(set) var prefix: [(test: UnitTest, isGlued: Bool)] = []
    let captures: [CaptureRule]

    init(_ node: HeadingNode, captures: [CaptureRule]) {
        self.captures = captures
        emit(node)
        instructions.append(.accept)
        prefix = Self.prefix(of: instructions)
    }

    private static func prefix(of instructions: [Instruction]) -> [(test: UnitTest, isGlued: Bool)] {
        var prefix: [(test: UnitTest, isGlued: Bool)] = []
        // Nothing jumps back to before the first choice.
        for instruction in instructions {
            switch instruction {
            case .unit(let test, let isGlued): prefix.append((test, isGlued))
            case .save: continue
            case .split, .jump, .accept: return prefix
            }
        }
        return prefix
    }

    /// Whether the end can be reached without taking a character.
    var matchesEmptyText: Bool { firstTests == nil }

    /// The tests that a first character can pass; nil where none is needed.
    var firstTests: [UnitTest]? {
        var tests: [UnitTest] = []
        var seen = Set<Int>()
        var pending = [0]
        while let index = pending.popLast() {
            guard seen.insert(index).inserted else { continue }
            switch instructions[index] {
            case .unit(let test, _): tests.append(test)
            case .split(let one, let other): pending += [one, other]
            case .jump(let target): pending.append(target)
            case .save: pending.append(index + 1)
            case .accept: return nil
            }
        }
        return tests
    }

    private mutating func emit(_ node: HeadingNode) {
        switch node {
        case .unit(let test, let glued): instructions.append(.unit(test, glued: glued))
        case .sequence(let nodes): for node in nodes { emit(node) }
        case .alternatives(let nodes): emit(alternatives: nodes[...])
        case .optional(let node):
            let split = reserve()
            emit(node)
            instructions[split] = .split(split + 1, instructions.count)
        case .repeat(let node):
            let split = reserve()
            emit(node)
            instructions.append(.jump(split))
            instructions[split] = .split(split + 1, instructions.count)
        case .lazyRepeat(let node):
            let split = reserve()
            emit(node)
            instructions.append(.jump(split))
            instructions[split] = .split(instructions.count, split + 1)
        case .capture(let number, let node):
            instructions.append(.save(2 * number))
            emit(node)
            instructions.append(.save(2 * number + 1))
        }
    }

    private mutating func emit(alternatives: ArraySlice<HeadingNode>) {
        guard let first = alternatives.first else { return }
        guard alternatives.count > 1 else { return emit(first) }
        let split = reserve()
        emit(first)
        let jump = reserve()
        instructions[split] = .split(split + 1, instructions.count)
        emit(alternatives: alternatives.dropFirst())
        instructions[jump] = .jump(instructions.count)
    }

    /// A place for an instruction whose target is not known yet.
    private mutating func reserve() -> Int {
        instructions.append(.accept)
        return instructions.count - 1
    }
}
