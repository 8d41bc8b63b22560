import TesseraPages
import Testing

@Suite("What became of links, as its table says") struct LinkStatesTests {
    private let header = "url,status,verdict,http_status,checked_at,archived_url\n"

    @Test func rowsAreFoundByTheirAddress() {
        let table = header + "http://a.example/,moved,alive,301,2026-01-02T03:04:05Z,http://archive.example/a\n"
        let state = LinkStates(csv: Array(table.utf8))["http://a.example/"]
        #expect(state?.verdict == .alive)
        #expect(state?.status == "moved")
        #expect(state?.httpStatus == "301")
        #expect(state?.archivedURL == "http://archive.example/a")
        #expect(LinkStates(csv: Array(table.utf8))["http://b.example/"] == nil)
    }

    @Test(arguments: [
        "", "url,status\n", "x\ny\n", "url,status,verdict\nhttp://a.example/,ok,perhaps\nhttp://b.example/\n",
    ])
    func whatIsNoSuchTableSaysNothing(table: String) {
        #expect(LinkStates(csv: Array(table.utf8)).isEmpty)
    }
}
