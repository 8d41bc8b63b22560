import FileSystem
import Foundation

/// A temporary project with the real report and its pipeline file.
final class Project {
    let path: String

    init() throws {
        path = "\(NSTemporaryDirectory())/tessera-\(UUID().uuidString)"
        for folder in ["Input", "Pipelines"] {
            try FileSystem.createDirectory("\(path)/\(folder)", withParents: true)
            for name in try FileSystem.files(below: "\(Project.root)/\(folder)") {
                try write(try FileSystem.contents(of: "\(Project.root)/\(folder)/\(name)"), to: "\(folder)/\(name)")
            }
        }
    }

    deinit {
        do {
            try FileSystem.removeTree(path)
        } catch {
            print("the temporary project could not be removed: \(error)")
        }
    }

    /// The folder of this package.
    static let root: String = {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        parts.removeLast(3)
        return parts.joined(separator: "/")
    }()

    /// The program that was built with these tests: it stands beside the test bundle.
    static let tessera: String = {
        let arguments = CommandLine.arguments
        let bundle = arguments.firstIndex(of: "--test-bundle-path").map { arguments[$0 + 1] } ?? arguments[0]
        let folder = bundle.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        return "\(folder)/tessera"
    }()

    func write(_ bytes: [UInt8], to name: String) throws {
        let file = "\(path)/\(name)"
        let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        try FileSystem.createDirectory(folder, withParents: true)
        try FileSystem.write(bytes, to: file)
    }

    /// Runs a shell command in the project, with `tessera` as the program of this build and `$TESTS` as the folder of
    /// the tests.
    /// - Returns: what it printed, output and errors as they came, and its exit code.
    func run(_ command: String) throws -> (output: String, status: Int32) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "tessera() { '\(Project.tessera)' \"$@\"; }\n\(command)"]
        process.currentDirectoryURL = URL(fileURLWithPath: path)
        var environment = ProcessInfo.processInfo.environment
        environment["TESSERA"] = Project.tessera
        environment["TESTS"] = "\(Project.root)/Tests"
        process.environment = environment
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (String(decoding: output, as: UTF8.self), process.terminationStatus)
    }
}
