import CLibFuzzer
import Glibc

/// Feeds one reader with whatever libFuzzer thinks of; `Fuzz/run` builds and starts it.
///
/// Usage: FUZZ_READER=NAME fuzz [option of libFuzzer…] [corpus…]
@main
enum Fuzz {
    /// Told by the environment: the arguments are all libFuzzer's, which starts this program again with its own.
    private static let target = FuzzTarget.named(
        unsafe getenv("FUZZ_READER").map { unsafe String(cString: $0) } ?? ""
    )

    static func main() {
        guard target != nil else {
            print(FuzzTarget.all.map(\.name).joined(separator: "\n"))
            return
        }
        var count = CommandLine.argc
        var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = unsafe CommandLine.unsafeArgv
        let code = unsafe LLVMFuzzerRunDriver(&count, &arguments) { bytes, count in
            Fuzz.target?.run(unsafe Array(UnsafeBufferPointer(start: bytes, count: count)))
            return 0
        }
        exit(code)
    }
}
