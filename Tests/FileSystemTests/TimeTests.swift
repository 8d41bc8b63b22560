import FileSystem
import Glibc
import Testing

@Suite struct TimeTests {
    @Test func timePasses() {
        let start = FileSystem.steadyTime
        FileSystem.pause(milliseconds: 3)
        #expect(FileSystem.steadyTime >= start + 3)
        FileSystem.pause(milliseconds: 0)
        FileSystem.pause(milliseconds: -1)
        #expect(FileSystem.steadyTime >= start + 3)
    }

    @Test func theTimeOfDayIsThatOfTheMachine() {
        let before = time(nil)
        let now = FileSystem.timeOfDay
        let after = time(nil)
        // The clock of seconds may lag behind that of milliseconds by a tick.
        #expect((before - 1...after + 1).contains(now / 1_000))
    }
}
