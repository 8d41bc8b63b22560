import Testing

@testable import LibCurl

@Suite struct CurlLibraryTests {
    @Test func `A library that is not there, or is another, is named`() {
        let missing = #expect(throws: CurlUnavailable.self) { try CurlLibrary(["libtessera-none.so.1"]) }
        #expect(missing?.description.contains("libtessera-none.so.1") == true)
        let other = #expect(throws: CurlUnavailable.self) { try CurlLibrary(["libm.so.6"]) }
        #expect(other?.description.contains("curl_global_init") == true)
    }

    @Test func `The first library that is there is taken`() throws {
        _ = try CurlLibrary(["libtessera-none.so.1", "libcurl.so.4"])
    }
}
