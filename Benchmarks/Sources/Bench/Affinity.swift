import CAffinity
import Glibc

/// The processors that this program and those that it starts may use.
struct Affinity: Sendable {
    private let processors: [Int]
    var count: Int { processors.count }

    private init(_ processors: [Int]) { self.processors = processors }

    /// Those that this program was started with.
    static let all = Affinity(allowed())
    /// The last of them: the first is where most systems handle what devices report.
    static let one = Affinity(Array(all.processors.suffix(1)))

    /// From now on, programs that are started use these alone.
    ///
    /// - Throws: ``BenchFailure`` where the system refuses.
    func take() throws(BenchFailure) {
        var set = cpu_set_t()
        unsafe withUnsafeMutableBytes(of: &set) { bytes in
            for processor in processors {
                unsafe bytes[processor / 8] |= 1 << UInt8(processor % 8)
            }
        }
        guard unsafe sched_setaffinity(0, UInt(MemoryLayout<cpu_set_t>.size), &set) == 0 else {
            throw BenchFailure("sched_setaffinity: \(describe(errno))")
        }
    }

    private static func allowed() -> [Int] {
        var set = cpu_set_t()
        guard unsafe sched_getaffinity(0, UInt(MemoryLayout<cpu_set_t>.size), &set) == 0 else { return [0] }
        return unsafe withUnsafeBytes(of: set) { bytes in
            (0..<bytes.count * 8).filter { unsafe bytes[$0 / 8] & 1 << UInt8($0 % 8) != 0 }
        }
    }
}
