import FileSystem

/// Which document is begun next, and which conversion is due: documents are converted in any order and settled in their
/// own.
struct Schedule {
    /// A document that has to be converted.
    private struct Task {
        var index: Int
        /// Bytes of memory that it is likely to need.
        var need: Int
    }

    private var tasks: [Task] = []
    private var nextTask = 0
    /// Tasks that were passed by others, because there was no memory for them.
    private var passed: [Task] = []
    private var needs: [Int: Int] = [:]
    private var results: [Int: Conversion] = [:]
    private let jobs: Int
    private let memory: Int

    /// - Parameters:
    ///   - jobs: documents under way at once.
    ///   - memory: bytes that they may need together.
    init(jobs: Int, memory: Int) {
        self.jobs = jobs
        self.memory = memory
    }

    /// Adds a document, behind those that were added before.
    /// - Parameter size: its bytes.
    mutating func add(_ index: Int, size: Int) {
        tasks.append(Task(index: index, need: Schedule.need(of: size)))
    }

    /// Bytes of memory that a document is likely to need: what the program itself takes, and 30 times the file.
    ///
    /// Measured as the greatest need for each byte of large documents: plain text 12 and more, HTML 10, and archives,
    /// which are a tenth of what is in them, 30.
    static func need(of size: Int) -> Int { size.multipliedReportingOverflow(by: 30).partialValue &+ (64 << 20) }

    var count: Int { tasks.count }

    /// Documents under way.
    var underWay: Int { needs.count }

    /// Whether a document waits to be begun.
    private var hasWaiting: Bool { nextTask < tasks.count || !passed.isEmpty }

    var isDone: Bool { !hasWaiting && needs.isEmpty }

    /// The next document to begin; nil where none may begin now. One that is too large for what is left of the memory
    /// waits, and others pass it by; alone, each may begin.
    mutating func begin() -> Int? {
        guard underWay < jobs else { return nil }
        // Converted documents that wait for one before them are held in memory, so there is a limit; by it, none is passed
        // by for ever. Where nothing is under way, the one that all wait for is to be begun now.
        guard underWay == 0 || results.count < 16 * jobs else { return nil }
        let left = memory - needs.values.reduce(0, +)
        if let position = passed.firstIndex(where: { $0.need <= left || needs.isEmpty }) {
            return started(passed.remove(at: position))
        }
        while nextTask < tasks.count, passed.count < 4 * jobs {
            let task = tasks[nextTask]
            nextTask += 1
            if task.need <= left || needs.isEmpty { return started(task) }
            passed.append(task)
        }
        return nil
    }

    private mutating func started(_ task: Task) -> Int {
        needs[task.index] = task.need
        return task.index
    }

    mutating func end(_ index: Int, _ conversion: Conversion) {
        needs[index] = nil
        results[index] = conversion
    }

    /// The conversion of a document, once it is there.
    mutating func take(_ index: Int) -> Conversion? { results.removeValue(forKey: index) }

    /// The conversions that nobody will take any more.
    mutating func takeAll() -> [Conversion] {
        defer { results = [:] }
        return Array(results.values)
    }
}
