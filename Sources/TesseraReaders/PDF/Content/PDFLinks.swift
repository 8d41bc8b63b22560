import TesseraModel

/// Link annotations (ISO 32000-1, 12.5.6.5).
struct PDFLinks {
    let file: PDFFile
    let pages: PDFPages

    func links(of page: PDFDictionary, _ matrix: PDFMatrix) throws(DocumentFailure) -> [PDFPage.Link] {
        var links: [PDFPage.Link] = []
        let annotations = try file.array(page["Annots"]) ?? []
        // Pages may share theirs.
        try file.countParsed(annotations.count)
        for annotation in annotations {
            guard let dictionary = try file.dictionary(annotation), try file.name(dictionary["Subtype"]) == "Link",
                let target = try target(of: dictionary)
            else { continue }
            let corners = try file.numbers(dictionary["Rect"]) ?? []
            let box =
                corners.count >= 4 ? matrix.box(corners[0], corners[1], corners[2], corners[3]) : matrix.box(0, 0, 0, 0)
            guard box.isFinite else { continue }
            links.append(PDFPage.Link(box: box, target: target, object: annotation.reference?.number ?? 0))
        }
        return links
    }

    /// Where a link annotation leads to; nil for other actions than going somewhere.
    func target(of annotation: PDFDictionary) throws(DocumentFailure) -> String? {
        guard let action = try file.dictionary(annotation["A"]) else {
            return try destination(try file.resolve(annotation["Dest"]))
        }
        switch try file.name(action["S"]) {
        case "URI": return try file.string(action["URI"]).map { uri($0) }
        case "GoTo": return try destination(try file.resolve(action["D"]))
        case "GoToR", "Launch":
            let specification = try file.resolve(action["F"])
            if let path = specification.string { return PDFText.decode(path) }
            guard let dictionary = specification.dictionary else { return nil }
            if let path = try file.string(dictionary["UF"]) { return PDFText.decode(path) }
            return try file.string(dictionary["F"]).map { PDFText.decode($0) }
        default: return nil
        }
    }

    /// Seven-bit ASCII by the specification, and UTF-8 or Windows-1252 by those who do not keep to it.
    private func uri(_ bytes: [UInt8]) -> String {
        String(validating: bytes, as: UTF8.self) ?? PDFText.decode(bytes)
    }

    private func destination(_ object: PDFObject) throws(DocumentFailure) -> String? {
        if let name = object.name { return "#" + name }
        if let name = object.string { return "#" + PDFText.decode(name) }
        guard let page = object.array?.first else { return nil }
        if let index = pages.index(of: page) { return "#page=\(index + 1)" }
        return page.integer.map { "#page=\($0 + 1)" }
    }
}
