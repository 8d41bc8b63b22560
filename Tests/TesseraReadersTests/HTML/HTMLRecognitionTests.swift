import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// Which files are HTML.
@Suite struct HTMLRecognitionTests {
    private func format(_ text: String, path: String) throws -> String {
        try Readers.standard.reader(for: SourceFile(text, path: path)).format.name
    }

    @Test(arguments: [
        "<!DOCTYPE html><p>Laws", "<html><p>Laws</html>", "\u{FEFF}\n <!-- saved by hand -->\n<HTML lang=en>Laws",
        "<!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">\n<p>Laws",
        "<?xml version=\"1.0\"?>\n<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><p>Laws</p></html>",
        "<?xml version='1.0'?><?xml-stylesheet href='a.css'?><html><body/></html>",
    ])
    func contentDecides(html: String) throws {
        for path in ["a.html", "a.txt", "a.xml", "a"] { #expect(try format(html, path: path) == "html") }
    }

    @Test(arguments: [
        "<table><tr><td>Laws", "<P>Laws", "<!-- old -->\n<title>Laws</title>", "Laws<br>Assistance<p>N/A",
    ])
    func aFragmentNeedsTheName(html: String) throws {
        for path in ["a.html", "a.HTM", "a.xhtml", "a.xht"] { #expect(try format(html, path: path) == "html") }
        #expect(!HTMLReader().recognises(SourceFile(html, path: "a.txt")))
    }

    @Test(arguments: [
        "Write <html> at the top, and <p> before each paragraph.", "The tag <html>\n<html>",
        "<book xmlns=\"http://docbook.org/ns/docbook\"><title>Laws</title></book>",
        "<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"/>",
        "<!DOCTYPE book><book><para>Laws</para></book>", "<htmlish>Laws</htmlish>", "< html>",
    ])
    func otherTextIsNot(text: String) {
        for path in ["a.txt", "a.xml", "a"] { #expect(!HTMLReader().recognises(SourceFile(text, path: path))) }
    }

    @Test(arguments: [false, true])
    func utf16IsSeenThrough(bigEndian: Bool) throws {
        let bytes = "<!DOCTYPE html><p>Größe".utf16Bytes(bigEndian: bigEndian)
        #expect(try Readers.standard.reader(for: SourceFile(bytes, path: "a")).format.name == "html")
        #expect(try ReadHTML(bytes).texts == ["Größe"])
    }
}
