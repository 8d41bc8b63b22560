import TesseraModel

/// Reads the structure tree of a document, without recursion.
struct PDFStructureReading {
    private let file: PDFFile
    private let pages: PDFPages
    private let roles: PDFDictionary
    private var tree = PDFStructureTree()
    /// Elements by their objects, and content: what stands in two places belongs to the first.
    private var visited: Set<Int> = []
    private var reached: Set<PDFStructureContent> = []
    private var open: [OpenKid] = []

    /// A kid that is not read yet.
    private struct OpenKid {
        var object: PDFObject
        var parent: Int?
        /// The index of the page that content without one is on.
        var page: Int?
        var depth: Int
    }

    private init(file: PDFFile, pages: PDFPages, root: PDFDictionary) throws(DocumentFailure) {
        self.file = file
        self.pages = pages
        roles = try file.dictionary(root["RoleMap"]) ?? .empty
    }

    /// - Returns: nil for a document without structure tree.
    /// - Throws: ``TesseraModel/DocumentFailure`` where a limit is passed.
    static func tree(of document: PDFDocument) throws(DocumentFailure) -> PDFStructureTree? {
        let file = document.file
        let catalog = try file.catalog
        guard let root = try file.dictionary(catalog["StructTreeRoot"]) else { return nil }
        var reading = try PDFStructureReading(file: file, pages: document.pages, root: root)
        if let mark = try file.dictionary(catalog["MarkInfo"]) {
            reading.tree.isMarked = try file.resolve(mark["Marked"]).boolean ?? false
        }
        reading.open.append(OpenKid(object: root["K"], parent: nil, page: nil, depth: 0))
        while let kid = reading.open.popLast() { try reading.read(kid) }
        return reading.tree
    }

    private mutating func read(_ kid: OpenKid) throws(DocumentFailure) {
        let object = try file.resolve(kid.object)
        switch object {
        case .array(let items):
            // The reference to an array counts as its place, so that it cannot hold itself.
            if let reference = kid.object.reference, !visited.insert(reference.number).inserted { return }
            try check(open.count + items.count)
            for item in items.reversed() {
                var next = kid
                next.object = item
                // An array in an array is no structure, and may go as deep as the file likes.
                if case .array = item { next.depth += 1 }
                try check(depth: next.depth)
                open.append(next)
            }
        case .integer(let id): add(id, form: 0, page: kid.page, to: kid.parent)
        case .dictionary(let dictionary):
            switch try file.name(dictionary["Type"]) {
            case "MCR":
                guard let id = try file.integer(dictionary["MCID"]) else { return }
                let page = pages.index(of: dictionary["Pg"]) ?? kid.page
                add(id, form: dictionary["Stm"].reference?.number ?? 0, page: page, to: kid.parent)
            case "OBJR": try addObject(dictionary, kid)
            default:
                if let reference = kid.object.reference, !visited.insert(reference.number).inserted { return }
                try addElement(dictionary, kid)
            }
        default: return
        }
    }

    private mutating func add(_ id: Int, form: Int, page: Int?, to parent: Int?) {
        guard let page, let parent else { return }
        let content = PDFStructureContent(page: page, marked: PDFMarkedContent(form: form, id: id))
        guard reached.insert(content).inserted else { return }
        tree.elements[parent].kids.append(.content(content))
    }

    /// An object reference (14.7.4.3): of those only links matter.
    private mutating func addObject(_ dictionary: PDFDictionary, _ kid: OpenKid) throws(DocumentFailure) {
        guard let parent = kid.parent, let annotation = try file.dictionary(dictionary["Obj"]),
            try file.name(annotation["Subtype"]) == "Link",
            let target = try PDFLinks(file: file, pages: pages).target(of: annotation)
        else { return }
        let page = pages.index(of: dictionary["Pg"]) ?? kid.page
        tree.elements[parent].kids.append(.link(target: target, page: page))
    }

    private mutating func addElement(_ dictionary: PDFDictionary, _ kid: OpenKid) throws(DocumentFailure) {
        guard let type = try file.name(dictionary["S"]) else { return }
        try check(depth: kid.depth)
        try check(tree.elements.count)
        var element = PDFStructureElement(
            type: try standardType(type),
            ownType: type,
            parent: kid.parent,
            depth: kid.depth
        )
        element.actualText = try text(dictionary["ActualText"])
        element.alternateText = try text(dictionary["Alt"])
        element.expansion = try text(dictionary["E"])
        element.title = try text(dictionary["T"])
        element.language = try text(dictionary["Lang"])
        try readAttributes(dictionary["A"], &element)
        let index = tree.elements.count
        tree.elements.append(element)
        if let parent = kid.parent {
            tree.elements[parent].kids.append(.element(index))
        } else {
            tree.roots.append(index)
        }
        let page = pages.index(of: dictionary["Pg"]) ?? kid.page
        guard !dictionary["K"].isNull else { return }
        open.append(OpenKid(object: dictionary["K"], parent: index, page: page, depth: kid.depth + 1))
    }

    private func text(_ object: PDFObject) throws(DocumentFailure) -> String? {
        try file.string(object).map { PDFText.decode($0) }
    }

    /// Attribute objects, of which an array may have revision numbers between them (14.7.5).
    private func readAttributes(_ object: PDFObject, _ element: inout PDFStructureElement) throws(DocumentFailure) {
        let object = try file.resolve(object)
        for item in object.array ?? [object] {
            guard let attributes = try file.dictionary(item) else { continue }
            if let span = try file.integer(attributes["RowSpan"]) { element.rowSpan = max(1, span) }
            if let span = try file.integer(attributes["ColSpan"]) { element.columnSpan = max(1, span) }
            if let scope = try file.name(attributes["Scope"]) {
                element.scope = PDFStructureElement.Scope(rawValue: scope)
            }
        }
    }

    private func check(depth: Int) throws(DocumentFailure) {
        guard depth < file.limits[.depth] else {
            throw DocumentFailure(.limitExceeded(.depth, "structure elements are nested too deep", limits: file.limits))
        }
    }

    private func check(_ count: Int) throws(DocumentFailure) {
        guard count < file.limits[.objects] else {
            throw DocumentFailure(.limitExceeded(.objects, "the structure has more elements", limits: file.limits))
        }
    }
}

// MARK: Types

extension PDFStructureReading {
    /// How many steps of the role map are taken: each leads nearer to a standard type.
    private static let greatestRoleChain = 16

    private func standardType(_ type: String) throws(DocumentFailure) -> String {
        var mapped = type
        for _ in 0..<PDFStructureReading.greatestRoleChain {
            if PDFStructureReading.standardTypes.contains(mapped) { return mapped }
            guard let next = try file.name(roles[mapped]) else { return mapped }
            mapped = next
        }
        return mapped
    }

    /// ISO 32000-1, 14.8.4, and those that ISO 32000-2 adds.
    private static let standardTypes: Set<String> = [
        "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct",
        "Private",
        "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead",
        "TBody",
        "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP",
        "Warichu", "WT", "WP", "Figure", "Formula", "Form",
        "DocumentFragment", "Aside", "Title", "FENote", "Sub", "Em", "Strong", "Artifact",
    ]
}
