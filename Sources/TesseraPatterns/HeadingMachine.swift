/// The threads of one match of a ``HeadingProgram``, in order of preference.
///
/// What a thread has noted lies beside that of the others in one array, and not in one of its own: a label is read at
/// every row of a matrix, and an array a thread and character made that four times as dear.
struct HeadingMachine {
    struct Found {
        var range: Range<Int>
        /// Two for each capture, -1 where nothing was noted.
        var slots: [Int]
    }

    /// Threads in order of preference.
    private struct Threads {
        private(set) var instructions: [Int] = []
        /// What the threads have noted, as many numbers for each of them.
        private(set) var notes: [Int] = []

        /// Most patterns have few threads at a time.
        init(width: Int) {
            instructions.reserveCapacity(8)
            notes.reserveCapacity(8 * width)
        }

        mutating func append(_ instruction: Int, _ noted: [Int]) {
            instructions.append(instruction)
            notes.append(contentsOf: noted)
        }

        mutating func removeAll() {
            instructions.removeAll(keepingCapacity: true)
            notes.removeAll(keepingCapacity: true)
        }
    }

    /// What is still to be done while a thread is followed through what takes no character.
    private enum Pending {
        case follow(Int)
        /// Behind the preferred way: what that has noted is no concern of the other one.
        case restore(slot: Int, Int)
    }

    private let program: HeadingProgram
    private var threads: Threads
    private var successors: Threads
    private var pending: [Pending] = []
    /// Where the thread that is being followed began, and behind it its slots.
    private var notes: [Int]
    /// The step at which an instruction was last added: each is added once a step, which keeps a step's cost constant.
    private var added: [Int]
    private var stepNumber = 0
    private(set) var best: Found?

    init(program: HeadingProgram) {
        self.program = program
        added = Array(repeating: -1, count: program.instructions.count)
        let width = 1 + 2 * program.captures.count
        notes = Array(repeating: -1, count: width)
        threads = Threads(width: width)
        successors = Threads(width: width)
        pending.reserveCapacity(8)
    }

    var isIdle: Bool { threads.instructions.isEmpty }
    /// Nothing that is still running can be preferred to what was found.
    var isFinished: Bool { best != nil && isIdle }

    mutating func start(at place: Int, after previousEnd: Int) {
        for index in notes.indices { notes[index] = -1 }
        notes[0] = place
        // The new thread belongs to those that run already.
        swap(&threads, &successors)
        _ = follow(from: 0, nextStart: place, previousEnd: previousEnd, mayEnd: false)
        swap(&threads, &successors)
    }

    /// Takes one unit.
    mutating func step(_ unit: FoldedUnit, next: FoldedUnit?, mustReachEnd: Bool) {
        guard !isIdle else { return }
        stepNumber += 1
        successors.removeAll()
        let mayEnd = endsWell(unit, next, mustReachEnd)
        for thread in threads.instructions.indices {
            let instruction = threads.instructions[thread]
            guard case .unit(let test, let isGlued) = program.instructions[instruction],
                test.accepts(unit.scalar), !(isGlued && unit.isAfterSpace)
            else { continue }
            for index in notes.indices { notes[index] = threads.notes[thread * notes.count + index] }
            let isAccepted = follow(
                from: instruction + 1,
                nextStart: next?.start ?? unit.end,
                previousEnd: unit.end,
                mayEnd: mayEnd
            )
            if isAccepted {
                best = Found(range: notes[0]..<unit.end, slots: Array(notes.dropFirst()))
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

    /// Follows a thread, whose notes lie ready, through everything that takes no character, and adds what comes of it to
    /// the successors.
    /// - Returns: whether it reached the end of the program, where a match may end here; its notes then lie ready.
    private mutating func follow(from first: Int, nextStart: Int, previousEnd: Int, mayEnd: Bool) -> Bool {
        pending.removeAll(keepingCapacity: true)
        var next: Int? = first
        while true {
            guard let instruction = next else {
                switch pending.popLast() {
                case .follow(let other): next = other
                case .restore(let slot, let noted): notes[slot] = noted
                case nil: return false
                }
                continue
            }
            next = nil
            guard added[instruction] != stepNumber else { continue }
            added[instruction] = stepNumber
            switch program.instructions[instruction] {
            case .unit:
                successors.append(instruction, notes)
            case .accept:
                // Threads added before this one are preferred to it, those still pending are not.
                if mayEnd { return true }
            case .jump(let target):
                next = target
            case .split(let preferred, let other):
                pending.append(.follow(other))
                next = preferred
            case .save(let slot):
                pending.append(.restore(slot: slot + 1, notes[slot + 1]))
                notes[slot + 1] = slot.isMultiple(of: 2) ? nextStart : previousEnd
                next = instruction + 1
            }
        }
    }
}
