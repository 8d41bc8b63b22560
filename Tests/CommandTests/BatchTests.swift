import FileSystem
import TestSupport
import Testing

/// Runs over many documents, whose processes meet with all kinds of things.
@Suite("Many documents")
struct BatchTests {
    /// A project with documents in folders, each with a name and a text of its own.
    private func project(documents: Int) throws -> Project {
        let project = try Project()
        try project.write(Array(MadeMatrix.pipeline.utf8), to: "Made/Pipelines/made.yaml")
        for number in 0..<documents {
            var text = "Revised and updated 3 May 2007\n\(MadeMatrix.headings)"
            for row in 1...3 { text += MadeMatrix.row("\(row)", "Dealers \(number) are licensed.") }
            try project.write(Array(text.utf8), to: "Made/Input/\(number % 3)/report-\(100 + number).txt")
        }
        return project
    }

    private let convert = #"cd Made && "$TESSERA" convert --name-by source --quiet --jobs 2"#

    /// What a shell does to one of the processes that convert. It is stopped after the first dataset, and gets the signal
    /// once four more datasets lie ready: then it has a document for certain.
    private func disturbed(_ signal: String, _ options: String = "") -> String {
        """
        cd Made
        "$TESSERA" convert --name-by source --quiet --jobs 2 \(options) &
        run=$!
        until [ -n "$(ls Output/.tessera/new 2>/dev/null)" ]; do kill -0 $run || exit 99; done
        for status in /proc/[0-9]*/status; do
            if grep -q "^PPid:[[:space:]]*$run\\$" "$status" 2>/dev/null; then worker=${status#/proc/}; break; fi
        done
        worker=${worker%/status}
        kill -STOP "$worker" || exit 98
        datasets() { ls Output/.tessera/new Output/[0-9] 2>/dev/null | wc -l; }
        before=$(datasets)
        until [ "$(datasets)" -ge $((before + 4)) ]; do kill -0 $run || exit 97; done
        kill -\(signal) "$worker" && { [ \(signal) = STOP ] || kill -CONT "$worker"; }
        wait $run
        """
    }

    /// The files of a folder by their paths, without what tells of the clock and of the program's own folder.
    private func files(_ project: Project, _ folder: String) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        guard try FileSystem.kind(of: "\(project.path)/\(folder)") == .directory else { return [:] }
        for path in try FileSystem.files(below: "\(project.path)/\(folder)") where path != "run.json" {
            files[path] = try FileSystem.contents(of: "\(project.path)/\(folder)/\(path)")
        }
        return files
    }

    private func report(_ project: Project) throws -> String {
        String(decoding: try FileSystem.contents(of: "\(project.path)/Made/Output/run.json"), as: UTF8.self)
    }

    @Test("the tree of folders is kept, and names do not collide")
    func tree() throws {
        let project = try project(documents: 6)
        let text = try FileSystem.contents(of: "\(project.path)/Made/Input/0/report-100.txt")
        try project.write(text, to: "Made/Input/1/report-100.txt")
        try project.write(text, to: "Made/Input/1/deep/er/report-100.txt")
        try project.write(text, to: "Made/Input/1/report-100.html.txt")
        #expect(try project.run(convert).status == 0)
        for dataset in [
            "0/made-report-100", "1/made-report-100", "1/deep/er/made-report-100", "1/made-report-100-html",
        ] {
            #expect(try FileSystem.kind(of: "\(project.path)/Made/Output/\(dataset)/rows.csv") == .file, "\(dataset)")
        }
        let result = try project.run(
            #"cd Made && cp Input/0/report-100.txt Input/0/report-100.html && "# + convert.dropFirst(11)
        )
        #expect(result.status == 1 && result.output.contains("[same-report]"), "\(result.output)")
    }

    @Test("a process that crashes costs one document")
    func crash() throws {
        let project = try project(documents: 120)
        let result = try project.run(disturbed("ABRT"))
        #expect(result.status == 1 && result.output.contains("[program-crashed]"), "\(result.output)")
        let report = try report(project)
        #expect(report.contains(#""converted": 119"#) && report.contains(#""failed": 1"#))
        let quarantine = try FileSystem.contents(of: "\(project.path)/Made/Output/quarantine.csv")
        #expect(String(decoding: quarantine, as: UTF8.self).contains("program-crashed"))
        // It is not tried again until somebody asks for it, and then all is well.
        #expect(try project.run(convert).status == 1)
        #expect(try project.run(convert + " --retry-failed").status == 0)
        #expect(try FileSystem.kind(of: "\(project.path)/Made/Output/quarantine.csv") == .missing)
    }

    @Test("a document whose process somebody has killed gets another")
    func killedWorker() throws {
        let project = try project(documents: 120)
        let result = try project.run(disturbed("KILL"))
        #expect(result.status == 0, "\(result.output)")
        #expect(try report(project).contains(#""converted": 120"#))
    }

    @Test("a document that takes too long is given up")
    func timeLimit() throws {
        let project = try project(documents: 60)
        let result = try project.run(disturbed("STOP", "--limit document-time=8"))
        #expect(result.status == 1 && result.output.contains("'document-time' is 8"), "\(result.output)")
        let report = try report(project)
        #expect(report.contains(#""converted": 59"#) && report.contains(#""failed": 1"#))
    }

    @Test("a document that takes too much memory is given up")
    func memoryLimit() throws {
        let project = try project(documents: 4)
        let line = String(repeating: "Dealers are licensed. ", count: 45_000) + "\n"
        var text = "Revised and updated 3 May 2007\n\(MadeMatrix.headings)\tSection II, para 1\n\n\t"
        text += String(repeating: line, count: 36)
        try project.write(Array(text.utf8), to: "Made/Input/2/large.txt")
        let result = try project.run(convert + " --limit document-memory=128M")
        #expect(result.status == 1 && result.output.contains("large.txt: error:"), "\(result.output)")
        #expect(result.output.contains("[limit-exceeded]"), "\(result.output)")
        #expect(try report(project).contains(#""converted": 4"#))
    }

    /// Killed at any moment, a run leaves whole datasets, and the next one goes on: in the end, all is as if nothing had
    /// happened. `make bench` does the same two hundred times.
    @Test("runs that are killed and go on give the same bytes")
    func killedRuns() throws {
        let project = try project(documents: 60)
        #expect(try project.run(convert + " --output Whole").status == 0)
        let whole = try files(project, "Made/Whole")
        var killed = 0
        for round in 0..<12 {
            #expect(try project.run("rm -rf Made/Output").status == 0)
            for delay in stride(from: 30 + 13 * round, through: 1_500, by: 170 + 37 * round) {
                let seconds = "\(delay / 1_000).\(String(1_000 + delay % 1_000).dropFirst())"
                let command = convert.replacing("\"$TESSERA\"", with: "timeout -s KILL \(seconds) \"$TESSERA\"")
                if try project.run(command).status == 0 { break }
                killed += 1
                for (path, bytes) in try files(project, "Made/Output")
                where path.hasSuffix(".csv") && path.contains("/") {
                    #expect(whole[path] == bytes, "\(path) after \(delay) ms")
                }
            }
            #expect(try project.run(convert).status == 0)
            #expect(try files(project, "Made/Output") == whole, "round \(round)")
        }
        #expect(killed > 12, "hardly a run was killed: the delays are too long for this machine")
    }

    @Test("one run at a time writes to a folder")
    func lock() throws {
        let project = try project(documents: 3)
        #expect(try project.run(convert).status == 0)
        let held = try project.run("flock Made/Output/.tessera/lock sh -c '\(convert)'")
        #expect(held.status == 2 && held.output.contains("[locked-output]"), "\(held.output)")
        // A lock that nobody holds any more is none, and one that is given back in time is waited for.
        #expect(try project.run(convert).status == 0)
        let waiting = """
            mkfifo go
            flock Made/Output/.tessera/lock sh -c 'echo > go; head -c 1 go > /dev/null' &
            cat go > /dev/null
            (\(convert.replacing(" --quiet", with: "")) --wait 2>&1) | while read -r line; do
                echo "$line"
                case $line in *waiting*) echo > go ;; esac
            done
            """
        let result = try project.run(waiting)
        #expect(result.output.contains("waiting for another run"), "\(result.output)")
        #expect(result.output.contains("3 documents converted (3 unchanged)"), "\(result.output)")
    }
}
