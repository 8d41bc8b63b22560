import Testing

@testable import TesseraCLI

/// How far a run is, at times that the test sets.
@Suite struct ProgressTests {
    @Test func paceCountsWhatTookTime() {
        var pace = RunPace(total: 10, start: 1_000)
        #expect(pace.rate(at: 2_000) == nil)
        #expect(pace.secondsLeft(at: 2_000) == nil)
        // Taken over from an earlier run: no work, and no measure of it.
        for _ in 0..<2 { pace.finish(isRemembered: true) }
        #expect(pace.rate(at: 2_000) == nil)
        for _ in 0..<4 { pace.finish(isRemembered: false) }
        #expect(pace.rate(at: 3_000) == 2)
        #expect(pace.secondsLeft(at: 3_000) == 2)
    }

    @Test func slowDocumentsAreNamedTheLongestFirst() {
        var pace = RunPace(total: 3, start: 0)
        pace.begin(0, "late.pdf", at: 5_000)
        pace.begin(1, "first.pdf", at: 1_000)
        pace.begin(2, "gone.pdf", at: 0)
        pace.end(2)
        #expect(pace.slow(at: 8_000, longerThan: 2_000).map(\.name) == ["first.pdf", "late.pdf"])
        #expect(pace.slow(at: 6_500, longerThan: 2_000).map(\.name) == ["first.pdf"])
    }

    @Test func theBarFitsTheTerminal() {
        var pace = RunPace(total: 4, start: 0)
        pace.begin(0, "a\u{1B}[2Jb.pdf", at: 0)
        pace.finish(isRemembered: false)
        let line = ProgressBar.line(pace, at: 10_000, width: 200)
        #expect(line.hasPrefix("[#####...............] "))
        #expect(line.hasSuffix("a\\u{1B}[2Jb.pdf 10 s"))
        for width in 0...120 { #expect(ProgressBar.line(pace, at: 10_000, width: width).count <= width) }
    }

    @Test func wideLettersTakeTwoColumns() {
        #expect("条約abc".fitting(columns: 5) == "条約a")
        #expect("条約abc".fitting(columns: 3) == "条")
    }

    @Test(arguments: [(0, "0 s"), (59, "59 s"), (60, "1:00"), (187, "3:07"), (3_729, "1:02:09")])
    func durations(seconds: Int, text: String) { #expect(seconds.asDuration == text) }
}
