import LibXML

/// All events of a document, or the first fault.
func events(
    _ document: String,
    schema: consuming RelaxNGSchema? = nil,
    limits: XMLLimits = .standard
) throws(XMLFailure) -> [XMLEvent] {
    try events(bytes: Array(document.utf8), schema: schema, limits: limits)
}

/// All events of a document in bytes, or the first fault.
func events(
    bytes: [UInt8],
    schema: consuming RelaxNGSchema? = nil,
    limits: XMLLimits = .standard
) throws(XMLFailure) -> [XMLEvent] {
    var reader = try XMLStreamReader(bytes: bytes, name: "test.xml", schema: schema, limits: limits)
    var events: [XMLEvent] = []
    while let event = try reader.next() { events.append(event) }
    return events
}

/// The fault that reading a document ends with, or nil.
func failure(
    _ document: String,
    schema: consuming RelaxNGSchema? = nil,
    limits: XMLLimits = .standard
) -> XMLFailure? {
    do throws(XMLFailure) {
        _ = try events(document, schema: schema, limits: limits)
        return nil
    } catch {
        return error
    }
}

/// A schema for `<list><item n="…">text</item>…</list>`.
func listSchema() throws(XMLFailure) -> RelaxNGSchema {
    let text = """
        <grammar xmlns="http://relaxng.org/ns/structure/1.0"
            datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
          <start><element name="list"><zeroOrMore><ref name="item"/></zeroOrMore></element></start>
          <define name="item">
            <element name="item">
              <attribute name="n"><data type="positiveInteger"/></attribute>
              <text/>
            </element>
          </define>
        </grammar>
        """
    return try RelaxNGSchema(bytes: Array(text.utf8))
}
