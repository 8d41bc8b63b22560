import CLibXML2

/// What libxml2 needs once for the whole process.
enum XMLLibrary {
    /// Filled on first use, under the lock that Swift keeps for every global.
    private static let prepared: Bool = {
        tessera_xml_initialise()
        return true
    }()

    /// Makes sure that the tables shared between threads are ready.
    static func prepare() {
        precondition(prepared)
    }

    /// Copies a string that libxml2 owns; its strings are always UTF-8.
    static func string(_ pointer: UnsafePointer<xmlChar>?) -> String? {
        guard let pointer = unsafe pointer else { return nil }
        return unsafe String(cString: pointer)
    }
}
