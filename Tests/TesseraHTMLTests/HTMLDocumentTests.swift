import TesseraHTML
import Testing

@Suite("Pages that stand alone") struct HTMLDocumentTests {
    private func page(styles: [String] = [], scripts: [String] = []) -> String {
        let document = HTMLDocument(
            title: "A & B",
            styles: styles.map { Array($0.utf8) },
            scripts: scripts.map { Array($0.utf8) }
        ) { element("p") { "text" } }
        return String(decoding: document.bytes, as: UTF8.self)
    }

    @Test func policyNamesWhatThePageHolds() {
        // SHA-256 of `abc`, from FIPS 180-4, in Base64.
        let sum = "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="
        let page = page(styles: ["abc"], scripts: ["abc"])
        #expect(page.contains("style-src '\(sum)'; script-src '\(sum)'"))
        #expect(page.contains("default-src 'none'"))
        #expect(page.contains("<style>abc</style>"))
        #expect(page.contains("<script>abc</script>\n</body>"), "the script finds what stands before it")
    }

    @Test func withoutScriptNoneMayRun() {
        #expect(page().contains("style-src 'none'; script-src 'none'"))
    }

    @Test func titleAndEncodingComeFirst() {
        let page = page()
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"))
        #expect(page.contains("<title>A &amp; B</title>"))
    }
}
