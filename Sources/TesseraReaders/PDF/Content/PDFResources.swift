import TesseraModel

/// The named resources of a page or form (ISO 32000-1, 7.8.3), each looked up once.
final class PDFResources {
    private let file: PDFFile
    private let fontLibrary: PDFFontLibrary
    private let dictionary: PDFDictionary
    private var categories: [String: PDFDictionary] = [:]
    private var fonts: [String: PDFFont?] = [:]
    private var spaces: [String: ColourSpace] = [:]

    init(_ dictionary: PDFDictionary, file: PDFFile, fonts: PDFFontLibrary) {
        self.dictionary = dictionary
        self.file = file
        fontLibrary = fonts
    }

    /// A resource as it stands, which may be a reference.
    func resource(_ category: String, _ name: String) throws(DocumentFailure) -> PDFObject {
        if let known = categories[category] { return known[name] }
        let found = try file.dictionary(dictionary[category]) ?? .empty
        categories[category] = found
        return found[name]
    }

    func font(_ name: String) throws(DocumentFailure) -> PDFFont? {
        if let known = fonts[name] { return known }
        let font = try fontLibrary.font(try resource("Font", name))
        fonts[name] = font
        return font
    }

    func colourSpace(_ name: String) throws(DocumentFailure) -> ColourSpace {
        if let known = spaces[name] { return known }
        let space = try colourSpace(.name(name), depth: 0)
        spaces[name] = space
        return space
    }

    /// ISO 32000-1, 8.6.
    private func colourSpace(_ object: PDFObject, depth: Int) throws(DocumentFailure) -> ColourSpace {
        let object = try file.resolve(object)
        if let name = object.name {
            switch name {
            case "DeviceGray", "G", "CalGray": return .grey
            case "DeviceRGB", "RGB", "CalRGB": return .rgb
            case "DeviceCMYK", "CMYK": return .cmyk
            case "Pattern": return .other
            default:
                guard depth == 0 else { return .other }
                let resource = try resource("ColorSpace", name)
                return resource.isNull ? .other : try colourSpace(resource, depth: 1)
            }
        }
        guard let items = object.array,
            let family = try items.first.flatMap({ item throws(DocumentFailure) in
                try file.name(item)
            })
        else { return .other }
        switch family {
        case "CalGray", "DeviceGray": return .grey
        case "CalRGB", "DeviceRGB": return .rgb
        case "DeviceCMYK": return .cmyk
        case "Lab": return .lab
        case "Separation", "DeviceN": return .tint
        case "ICCBased":
            guard items.count > 1, let profile = try file.dictionary(items[1]) else { return .other }
            switch try file.integer(profile["N"]) {
            case 1: return .grey
            case 3: return .rgb
            case 4: return .cmyk
            default: return .other
            }
        default: return .other
        }
    }
}
