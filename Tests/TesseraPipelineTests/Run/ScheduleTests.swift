import TesseraModel
import TestSupport
import Testing

@testable import TesseraPipeline

@Suite struct ScheduleTests {
    private static let small = 1 << 20

    private static func conversion(_ index: Int) -> Conversion {
        Conversion(source: SourcePath(file: "\(index)", name: "\(index)"))
    }

    /// Whatever ends first, all documents are begun once and come out in their order.
    @Test(arguments: 1...50)
    func beginsEachOnce(seed: Int) {
        var generator = SeededGenerator(spread: seed)
        let jobs = Int.random(in: 1...5, using: &generator)
        let count = Int.random(in: 0...200, using: &generator)
        var schedule = Schedule(jobs: jobs, memory: Schedule.need(of: 40 << 20))
        for index in 0..<count { schedule.add(index, size: Int.random(in: 0...(80 << 20), using: &generator)) }
        var begun: [Int] = []
        var underWay: [Int] = []
        var due = 0
        while due < count {
            while let index = schedule.begin() {
                begun.append(index)
                underWay.append(index)
            }
            #expect(!underWay.isEmpty && underWay.count <= jobs, "nothing is under way before the end")
            guard let position = underWay.indices.randomElement(using: &generator) else { return }
            let ended = underWay.remove(at: position)
            schedule.end(ended, Self.conversion(ended))
            while let conversion = schedule.take(due) {
                #expect(conversion.source.name == "\(due)")
                due += 1
            }
        }
        #expect(begun.sorted() == Array(0..<count))
        #expect(schedule.begin() == nil)
    }

    @Test func letsOthersPassOneThatIsTooLarge() {
        var schedule = Schedule(jobs: 3, memory: 3 * Schedule.need(of: Self.small))
        schedule.add(0, size: Self.small)
        schedule.add(1, size: 1 << 30)
        schedule.add(2, size: Self.small)
        schedule.add(3, size: Self.small)
        #expect(schedule.begin() == 0)
        #expect(schedule.begin() == 2)
        #expect(schedule.begin() == 3)
        #expect(schedule.begin() == nil)
        for index in [0, 2] { schedule.end(index, Self.conversion(index)) }
        #expect(schedule.begin() == nil, "one is still under way")
        schedule.end(3, Self.conversion(3))
        #expect(schedule.begin() == 1, "alone, each may begin")
    }

    /// A slow document holds the others up before too many of them wait for it.
    @Test func waitsForASlowDocument() {
        var schedule = Schedule(jobs: 2, memory: .max)
        for index in 0..<1_000 { schedule.add(index, size: 0) }
        #expect(schedule.begin() == 0)
        var ended = 0
        while let index = schedule.begin() {
            schedule.end(index, Self.conversion(index))
            ended += 1
        }
        #expect(ended == 32)
        schedule.end(0, Self.conversion(0))
        for index in 0...32 { #expect(schedule.take(index) != nil) }
        #expect(schedule.begin() == 33)
    }
}
