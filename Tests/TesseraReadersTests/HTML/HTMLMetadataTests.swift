import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// What HTML says about itself.
@Suite struct HTMLMetadataTests {
    @Test func isGathered() throws {
        let html = """
            <!DOCTYPE html><html lang="en-US"><head><meta charset="utf-8"><title> UN Programme
              of Action</title><meta name="Author" content="U.S. Mission"><meta name=author content=second>
            <meta name="created" content="2007-07-17T00:00:00"><meta name="changed" content="2007-07-18">
            </head><body lang=fr><p>x<title>not this</title>
            """
        #expect(
            try ReadHTML(html).document.metadata
                == DocumentMetadata(
                    title: "UN Programme of Action",
                    author: "U.S. Mission",
                    created: "2007-07-17T00:00:00",
                    modified: "2007-07-18",
                    language: "en-US",
                    encoding: "utf-8"
                )
        )
    }

    @Test func hasOtherNames() throws {
        let html = """
            <meta name=DC.Creator content=A><meta name=dcterms.created content=2007><meta http-equiv=Last-Modified content=2008>
            <meta http-equiv=content-language content=de><p>x
            """
        let metadata = try ReadHTML(html).document.metadata
        #expect(metadata.author == "A")
        #expect(metadata.created == "2007")
        #expect(metadata.modified == "2008")
        #expect(metadata.language == "de")
    }

    @Test func whatIsEmptyOrUnknownIsLeftOut() throws {
        let html =
            "<title> </title><meta name=created content='00:00:00'><meta name=author content=''><meta name=author><p>x"
        #expect(try ReadHTML(html).document.metadata == DocumentMetadata(encoding: "utf-8"))
        #expect(try ReadHTML("<html xml:lang=fr><body lang=en>x").document.metadata.language == "fr")
        #expect(try ReadHTML("<html><body lang=en>x").document.metadata.language == "en")
    }

    @Test func theOriginHasTheMediaType() throws {
        #expect(try ReadHTML("<p>x").document.origin.mediaType == "text/html")
    }
}
