import FileSystem
import TesseraStages
import TestSupport
import Testing

@testable import TesseraPipeline

@Suite struct WatchTests {
    /// A listing in which a number stands for what a file holds.
    private func listing(_ files: KeyValuePairs<String, Int64>, pipeline: Int64 = 1) -> WatchListing {
        let sources = files.map { SourcePath(file: $0.key, name: $0.key) }
        let stamps = zip(sources, files).map { ($0, [Self.stamp($1.value)] as [FileStamp?]) }
        return WatchListing(
            sources: sources,
            stamps: Dictionary(uniqueKeysWithValues: stamps),
            settings: ["p.yaml": Self.stamp(pipeline)]
        )
    }

    private static func stamp(_ content: Int64) -> FileStamp {
        FileStamp(inode: 1, size: content, modified: content, changed: content)
    }

    private func changed(_ findings: Watch.Findings) -> [String] { findings.changed.map(\.name) }

    @Test func findsNothingWhereNothingChanges() {
        var watch = Watch(listing(["a": 1, "b": 1]))
        for _ in 0..<3 { #expect(watch.look(listing(["a": 1, "b": 1])) == Watch.Findings()) }
    }

    @Test func aFileCountsOnceItHasBeenTheSameForTwoLooks() {
        var watch = Watch(listing(["a": 1, "b": 1]))
        #expect(changed(watch.look(listing(["a": 2, "b": 1]))) == [])
        #expect(changed(watch.look(listing(["a": 3, "b": 1]))) == [])
        #expect(changed(watch.look(listing(["a": 3, "b": 1]))) == ["a"])
        #expect(changed(watch.look(listing(["a": 3, "b": 1]))) == [])
    }

    @Test func newFilesComeInTheOrderOfTheRun() {
        var watch = Watch(listing(["b": 1]))
        #expect(changed(watch.look(listing(["a": 1, "b": 1, "c": 1]))) == [])
        #expect(changed(watch.look(listing(["a": 1, "b": 1, "c": 1]))) == ["a", "c"])
    }

    @Test func aFileThatIsBackAsItWasIsNotConvertedAgain() {
        var watch = Watch(listing(["a": 1]))
        _ = watch.look(listing(["a": 2]))
        _ = watch.look(listing(["a": 1]))
        #expect(watch.look(listing(["a": 1])) == Watch.Findings())
    }

    @Test func whatIsGoneForAMomentIsNotGone() {
        var watch = Watch(listing(["a": 1, "b": 1]))
        #expect(watch.look(listing(["b": 1])).gone == [])
        #expect(watch.look(listing(["a": 2, "b": 1])).gone == [])
        #expect(changed(watch.look(listing(["a": 2, "b": 1]))) == ["a"])
    }

    @Test func whatIsGoneIsToldOnceAndConvertedWhenItIsBack() {
        var watch = Watch(listing(["a": 1, "b": 1]))
        #expect(watch.look(listing(["b": 1])).gone == [])
        #expect(watch.look(listing(["b": 1])).gone == ["a"])
        #expect(watch.look(listing(["b": 1])).gone == [])
        _ = watch.look(listing(["a": 1, "b": 1]))
        #expect(changed(watch.look(listing(["a": 1, "b": 1]))) == ["a"])
    }

    @Test func aReportThatGetsAnotherPartIsNotGone() {
        func report(_ names: [String]) -> WatchListing {
            let parts = names.enumerated().map { SourcePath.Part(file: $1, name: $1, number: $0 + 1) }
            let source = SourcePath(file: "r.txt", name: "r.txt", parts: parts)
            return WatchListing(sources: [source], stamps: [source: names.map { _ in Self.stamp(1) }])
        }
        var watch = Watch(report(["r_p1.txt"]))
        let larger = report(["r_p1.txt", "r_p2.txt"])
        #expect(watch.look(larger) == Watch.Findings())
        let findings = watch.look(larger)
        #expect(findings.changed == larger.sources)
        #expect(findings.gone == [])
    }

    @Test func changedPipelinesMeanAllDocuments() {
        var watch = Watch(listing(["a": 1, "b": 1]))
        #expect(!watch.look(listing(["a": 1, "b": 1], pipeline: 2)).settingsChanged)
        let findings = watch.look(listing(["a": 1, "b": 1], pipeline: 2))
        #expect(findings.settingsChanged && findings.changed.isEmpty)
        watch.reloaded(listing(["a": 1, "b": 1], pipeline: 2))
        #expect(changed(watch.look(listing(["a": 1, "b": 1], pipeline: 2))) == ["a", "b"])
        #expect(watch.look(listing(["a": 1, "b": 1], pipeline: 2)) == Watch.Findings())
    }

    @Test func whoTouchesAPipelineWhileItIsReadIsNoticed() {
        var watch = Watch(listing(["a": 1]))
        _ = watch.look(listing(["a": 1], pipeline: 2))
        #expect(watch.look(listing(["a": 1], pipeline: 2)).settingsChanged)
        watch.reloaded(listing(["a": 1], pipeline: 3))
        #expect(watch.look(listing(["a": 1], pipeline: 3)).settingsChanged)
    }

    @Test func documentsWaitUntilThePipelinesAreInOrder() {
        var watch = Watch(listing(["a": 1, "b": 1]))
        _ = watch.look(listing(["a": 1, "b": 1], pipeline: 2))
        #expect(watch.look(listing(["a": 1, "b": 1], pipeline: 2)).settingsChanged)
        watch.hold()
        for _ in 0..<3 { #expect(watch.look(listing(["a": 2, "b": 1], pipeline: 2)) == Watch.Findings()) }
        _ = watch.look(listing(["a": 2, "b": 1], pipeline: 3))
        #expect(watch.look(listing(["a": 2, "b": 1], pipeline: 3)).settingsChanged)
        #expect(changed(watch.look(listing(["a": 2, "b": 1], pipeline: 3))) == ["a", "b"])
    }

    @Test func aListingShowsDocumentsPipelinesAndGazetteers() throws {
        try withTemporaryFolder { folder in
            try FileSystem.createDirectory("\(folder)/Input")
            try FileSystem.createDirectory("\(folder)/Pipelines")
            try FileSystem.write(Array("a".utf8), to: "\(folder)/Input/a.txt")
            try FileSystem.write(Array("acronym,expansion,scope,source\n".utf8), to: "\(folder)/words.csv")
            let pipeline = Made.pipeline + "\nacronyms:\n  gazetteers: [words.csv]\n"
            try FileSystem.write(Array(pipeline.utf8), to: "\(folder)/Pipelines/made.yaml")
            let pipelines = try PipelineSet(folder: "\(folder)/Pipelines", naming: .revision)
            func look() throws -> WatchListing {
                let discovery = try SourceDiscovery(["\(folder)/Input"], pipelineFolder: "\(folder)/Pipelines")
                return try WatchListing(discovery, pipelineFolder: "\(folder)/Pipelines", pipelines)
            }
            let first = try look()
            #expect(first.sources.map(\.name) == ["Input/a.txt"])
            #expect(first.settings.count == 2)
            #expect(try look() == first)
            try FileSystem.write(Array("acronym,expansion,scope,source\nA,B,,\n".utf8), to: "\(folder)/words.csv")
            let second = try look()
            #expect(second.settings != first.settings)
            try FileSystem.write(Array("ab".utf8), to: "\(folder)/Input/a.txt")
            #expect(try look().stamps != second.stamps)
        }
    }
}
