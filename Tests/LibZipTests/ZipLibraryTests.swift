import Testing

@testable import LibZip

@Suite struct ZipLibraryTests {
    @Test func saysWhichLibrariesAreNotThere() {
        do {
            _ = try ZipLibrary(["libnowhere.so.5", "libnowhere.so.4"])
            Issue.record("nothing was thrown")
        } catch {
            #expect(error.kind == .missingLibrary)
            #expect(error.message.contains("libnowhere.so.5") && error.message.contains("libnowhere.so.4"), "\(error)")
        }
    }

    @Test func takesTheFirstThatIsThere() throws {
        _ = try ZipLibrary(["libnowhere.so.5", "libzip.so.5", "libzip.so.4"])
    }
}
