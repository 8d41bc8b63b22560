import FileSystem
import Testing

@Suite("Whatever happens to the process")
struct RobustnessTests {
    /// Two pipelines that give different datasets of the same report are run in turn and killed at growing delays:
    /// the folder must always hold one of the two, whole.
    @Test("a killed run leaves the old dataset or the new one")
    func killedRuns() throws {
        let project = try Project()
        let pipeline = "\(project.path)/Pipelines/us-poa-matrix.yaml"
        let text = String(decoding: try FileSystem.contents(of: pipeline), as: UTF8.self)
        let other = text.replacing("title: United States matrix", with: "title: The other matrix")
        try #require(text != other)
        var whole: [[String: [UInt8]]] = []
        for version in [text, other] {
            try FileSystem.write(Array(version.utf8), to: pipeline)
            try #require(try project.run("tessera convert --quiet").status == 0)
            whole.append(try dataset(of: project))
        }
        try #require(whole[0] != whole[1])
        var killed = 0
        for delay in stride(from: 2, through: 400, by: 8) {
            try FileSystem.write(Array((delay % 16 == 2 ? text : other).utf8), to: pipeline)
            let seconds = "0." + String(repeating: "0", count: 3 - String(delay).count) + String(delay)
            let status = try project.run("timeout -s KILL \(seconds) \"$TESSERA\" convert --quiet").status
            if status != 0 { killed += 1 }
            #expect(whole.contains(try dataset(of: project)), "after \(delay) ms")
        }
        #expect(killed > 0, "no run was killed: the delays are too long for this machine")
        // What the killed runs left behind is gone after the next one.
        try #require(try project.run("tessera convert --quiet").status == 0)
        let names = try FileSystem.entries(of: "\(project.path)/Output")
        #expect(names == [".tessera", "catalog.json", "run.json", "us-poa-matrix-2007-07-17"])
        #expect(try FileSystem.entries(of: "\(project.path)/Output/.tessera/new").isEmpty)
    }

    /// What stands beside the datasets under a name that is no text is somebody else's, and in nobody's way.
    @Test("a name that is not UTF-8 in the output folder")
    func foreignName() throws {
        let project = try Project()
        let name = #"Output/$(printf 'bad\377')"#
        let result = try project.run("mkdir -p \"\(name)\" && tessera convert --quiet && ls Output | wc -l")
        #expect(result.status == 0 && result.output == "4\n", "\(result.output)")
    }

    @Test("the same bytes for any number of jobs and from any folder", arguments: ["--jobs 1", "--jobs 2", "--jobs 7"])
    func sameBytes(_ jobs: String) throws {
        let project = try Project()
        try #require(try project.run("tessera convert --quiet").status == 0)
        let expected = try dataset(of: project)
        let command = "cd / && \"$TESSERA\" convert \"$OLDPWD/Input\" --pipelines \"$OLDPWD/Pipelines\""
        let result = try project.run("\(command) --output \"$OLDPWD/Elsewhere\" --quiet \(jobs)")
        #expect(result.status == 0, "\(result.output)")
        #expect(try dataset(of: project, in: "Elsewhere") == expected)
    }

    /// The files of the real report's dataset by name, without the list of changes, which tells of earlier runs.
    private func dataset(of project: Project, in folder: String = "Output") throws -> [String: [UInt8]] {
        let path = "\(project.path)/\(folder)/us-poa-matrix-2007-07-17"
        var files: [String: [UInt8]] = [:]
        for name in try FileSystem.entries(of: path) where name != "CHANGES.md" {
            files[name] = try FileSystem.contents(of: "\(path)/\(name)")
        }
        return files
    }
}

extension RobustnessTests {
    /// Ctrl-C ends a run after the documents that are under way: what is finished is whole, and the rest is named.
    @Test("an interrupted run keeps what is finished")
    func interruptedRun() throws {
        let project = try Project()
        let report = try FileSystem.contents(of: "\(project.path)/Input/us-poa-matrix-2007-07-17.txt")
        for number in 100..<300 { try project.write(report, to: "Many/\(number).txt") }
        // The program takes the place of the shell; behind it, a watcher waits for the first dataset and interrupts.
        let command = """
            (until [ -e Output/us-poa-matrix-100/rows.csv ] || ! kill -0 $$; do :; done; kill -INT $$) &
            exec "$TESSERA" convert Many --name-by source --jobs 1 --quiet
            """
        #expect(try project.run(command).status == 130)
        let datasets = try FileSystem.entries(of: "\(project.path)/Output").filter {
            !$0.hasSuffix(".json") && $0 != ".tessera"
        }
        #expect((1..<200).contains(datasets.count) && datasets.allSatisfy { $0.hasPrefix("us-poa-matrix-") })
        for dataset in datasets {
            #expect(try FileSystem.entries(of: "\(project.path)/Output/\(dataset)").count == 18)
        }
        let summary = String(decoding: try FileSystem.contents(of: "\(project.path)/Output/run.json"), as: UTF8.self)
        #expect(summary.contains("\"status\": \"skipped\""))
    }
}
