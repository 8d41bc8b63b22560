import ChildProcess
import Testing

struct ChildProcessTests {
    private let limits = ChildProcessLimits(seconds: 20, memory: 1 << 30, output: 1 << 20)

    private func run(
        _ program: String,
        _ arguments: String...,
        input: [UInt8] = [],
        limits: ChildProcessLimits? = nil
    ) throws(ChildProcessFailure) -> String {
        try output(of: try ChildProcess(program, arguments, input: input, limits: limits ?? self.limits))
    }

    private func output(of process: ChildProcess) throws(ChildProcessFailure) -> String {
        var (output, buffer): ([UInt8], [UInt8]) = ([], [])
        while true {
            let count = try process.read(into: &buffer)
            if count == 0 { break }
            output += buffer[..<count]
        }
        try process.finish()
        return String(decoding: output, as: UTF8.self)
    }

    @Test func `Input goes in and output comes out, whole`() throws {
        let text = String(repeating: "a line of text\n", count: 20_000)
        #expect(try run("cat", input: Array(text.utf8)) == text)
    }

    @Test func `The input can be read from any place, and by name`() throws {
        #expect(try run("tail", "-c", "3", "/dev/stdin", input: Array("abcdef".utf8)) == "def")
    }

    @Test func `Several run at once`() throws {
        let first = try ChildProcess("cat", [], input: Array("1".utf8), limits: limits)
        let second = try ChildProcess("cat", [], input: Array("2".utf8), limits: limits)
        #expect(try output(of: second) == "2")
        #expect(try output(of: first) == "1")
    }

    @Test func `One that nobody waits for is ended`() throws {
        // Were it not, this test would take as long as the program.
        _ = try ChildProcess("sleep", ["1000"], input: [], limits: limits)
    }

    @Test func `The environment is the same everywhere`() throws {
        let words = try run("sh", "-c", "echo $LC_ALL $PATH ${HOME-no} ${USER-none}")
        #expect(words == "C.UTF-8 /usr/local/bin:/usr/bin:/bin no none\n")
    }

    @Test func `No other file is open in the child`() throws {
        // 3 is the folder that ls itself reads.
        #expect(try run("ls", "/proc/self/fd").split(whereSeparator: \.isWhitespace) == ["0", "1", "2", "3"])
    }

    @Test func `A program that is not there`() {
        #expect(throws: failure(.notFound, "tessera-no-such-program")) { try run("tessera-no-such-program") }
    }

    @Test func `A program that fails, with its last words`() {
        let expected = failure(.exit(3), "sh", "no such page")
        #expect(throws: expected) { try run("sh", "-c", "echo first >&2; echo no such page >&2; exit 3") }
        #expect(expected.description == "sh ended with code 3: no such page")
    }

    @Test func `A program that crashes`() {
        #expect(throws: failure(.signal(11), "sh")) { try run("sh", "-c", "kill -SEGV $$") }
    }

    @Test func `A program that computes for ever`() {
        let limits = ChildProcessLimits(seconds: 1, memory: 1 << 30, output: 1 << 20)
        #expect(throws: failure(.outOfTime, "sh")) { try run("sh", "-c", "while :; do :; done", limits: limits) }
    }

    @Test func `A program that waits for ever`() {
        let limits = ChildProcessLimits(seconds: 0, memory: 1 << 30, output: 1 << 20)
        #expect(throws: failure(.outOfTime, "sleep")) { try run("sleep", "1000", limits: limits) }
    }

    @Test func `A program that writes for ever`() {
        #expect(throws: failure(.tooMuchOutput, "yes")) { try run("yes") }
    }

    @Test func `A program that takes all memory`() {
        let limits = ChildProcessLimits(seconds: 20, memory: 64 << 20, output: 1 << 20)
        // One buffer of 200 MB.
        #expect(throws: ChildProcessFailure.self) {
            try run("dd", "if=/dev/zero", "of=/dev/null", "bs=200M", "count=1", limits: limits)
        }
    }

    private func failure(
        _ kind: ChildProcessFailure.Kind,
        _ program: String,
        _ message: String = ""
    ) -> ChildProcessFailure {
        ChildProcessFailure(kind, program, message: message)
    }
}
