import FileSystem
import Foundation
import TestSupport
import Testing

@Suite("What becomes of a check of links")
struct LinksCheckTests {
    /// The real dataset with some links of a server in place of its own.
    private func project(_ paths: [String], of server: LoopbackServer) throws -> Project {
        let project = try Project()
        try #require(try project.run("tessera convert --quiet").status == 0)
        let header = "link_id,kind,as_written,url,host,repairs,cell_id,place,start,end\n"
        let rows = paths.enumerated().map { number, path in
            "II.4/laws@\(number),url,x,\(server.url(path)),127.0.0.1,,II.4/laws,cell,\(number),9\n"
        }
        try project.write(Array((header + rows.joined()).utf8), to: "\(Self.dataset)/links.csv")
        return project
    }

    private static let dataset = "Output/us-poa-matrix-2007-07-17"
    /// Nothing waits for a pause here, and no proxy comes between.
    private static let check =
        "no_proxy=127.0.0.1 exec \"$TESSERA\" links check \(dataset) --archive none --cache cache --pause 0s"

    private func statuses(_ project: Project) throws -> [String] {
        let table = try FileSystem.contents(of: "\(project.path)/\(Self.dataset)/link_status.csv")
        return String(decoding: table, as: UTF8.self).split(separator: "\n").dropFirst().map {
            String($0.split(separator: ",")[1])
        }
    }

    /// Starts a check without waiting for it.
    private func begin(_ project: Project) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", Self.check]
        process.currentDirectoryURL = URL(fileURLWithPath: project.path)
        var environment = ProcessInfo.processInfo.environment
        environment["TESSERA"] = Project.tessera
        process.environment = environment
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    /// The process is ended while the third of five links is under way; the next run asks for that one and the rest.
    @Test("a killed or interrupted check goes on where it stopped", arguments: [SIGKILL, SIGINT])
    func resumes(_ signal: Int32) throws {
        let gate = Gate()
        let paths = (1...5).map { "/\($0)" }
        var behaviours = Dictionary(uniqueKeysWithValues: paths.map { ($0, ServerBehaviour.reply(200)) })
        behaviours["/3"] = .held(gate, .reply(200))
        try withServer(behaviours) { server throws in
            let project = try project(paths, of: server)
            let process = try begin(project)
            gate.waitForArrival()
            kill(process.processIdentifier, signal)
            process.waitUntilExit()
            if signal == SIGINT {
                #expect(process.terminationReason == .exit && process.terminationStatus == 130)
            } else {
                #expect(process.terminationReason == .uncaughtSignal)
            }
            #expect(server.log == ["HEAD /1", "HEAD /2", "HEAD /3"])
            let names = try FileSystem.entries(of: "\(project.path)/\(Self.dataset)")
            #expect(!names.contains("link_status.csv"))
            gate.open()
            let (output, status) = try project.run(Self.check)
            #expect(status == 0, "\(output)")
            #expect(server.log.dropFirst(3) == ["HEAD /3", "HEAD /4", "HEAD /5"])
            #expect(try statuses(project) == Array(repeating: "ok", count: 5))
        }
    }

    @Test func `Exit codes tell dead links from uncertain ones, and both from none`() throws {
        let behaviours: [String: ServerBehaviour] = ["/ok": .reply(200), "/gone": .reply(410), "/no": .reply(403)]
        try withServer(behaviours) { server throws in
            for (paths, plain, strict) in [(["/ok"], 0, 0), (["/ok", "/no"], 0, 1), (["/ok", "/no", "/gone"], 1, 1)] {
                let project = try project(paths, of: server)
                let (output, status) = try project.run(Self.check)
                #expect(status == plain, "\(output)")
                #expect(try project.run("\(Self.check) --strict").status == strict)
                let lines = output.split(separator: "\n")
                #expect(lines.last?.contains("\(paths.count) link") == true)
                let bad = paths.dropFirst().reversed().map { "II.4/laws  \(server.url($0))" }
                #expect(lines.count == bad.count + 1)
                #expect(zip(lines, bad).allSatisfy { $0.hasSuffix($1) }, "\(output)")
            }
        }
    }

    /// Without a network every host is unknown: that is no reason to forget what was known.
    @Test func `A machine without a network spoils nothing`() throws {
        let project = try Project()
        try #require(try project.run("tessera convert --quiet").status == 0)
        let header = "link_id,kind,as_written,url,host,repairs,cell_id,place,start,end\n"
        let row = "II.4/laws@0,url,x,http://tessera-test.invalid/,tessera-test.invalid,,II.4/laws,cell,0,9\n"
        try project.write(Array((header + row).utf8), to: "\(Self.dataset)/links.csv")
        let check = "\(Self.check) --attempts 1"
        #expect(try project.run(check).status == 1)
        #expect(try statuses(project) == ["dns-failure"])
        let table = "\(project.path)/\(Self.dataset)/link_status.csv"
        let known = String(decoding: try FileSystem.contents(of: table), as: UTF8.self)
            .replacing("dns-failure,dead,,", with: "ok,alive,200,")
        try FileSystem.write(Array(known.utf8), to: table)
        let (output, status) = try project.run("\(check) --refresh")
        #expect(status == 1 && output.contains("is this machine online?"), "\(output)")
        #expect(try FileSystem.contents(of: table) == Array(known.utf8))
    }

    /// What a check has added stays when the report is converted again, and is no difference.
    @Test func `A conversion takes the table over`() throws {
        try withServer(["/ok": .reply(200)]) { server throws in
            let project = try project(["/ok"], of: server)
            #expect(try project.run(Self.check).status == 0)
            let table = "\(project.path)/\(Self.dataset)/link_status.csv"
            let before = try FileSystem.contents(of: table)
            let (output, status) = try project.run("tessera convert")
            #expect(status == 0 && !output.contains("unchanged"), "\(output)")
            #expect(try FileSystem.contents(of: table) == before)
            let links = try FileSystem.contents(of: "\(project.path)/\(Self.dataset)/links.csv")
            #expect(!String(decoding: links, as: UTF8.self).contains("127.0.0.1"))
            #expect(try project.run("tessera convert").output.contains("1 unchanged"))
            #expect(try project.run("tessera check") == ("1 dataset as expected\n", 0))
        }
    }
}
