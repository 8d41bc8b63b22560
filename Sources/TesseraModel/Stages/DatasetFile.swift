/// A kind of file that a writer makes: what descriptions of a dataset say of it.
public struct DatasetFile: Sendable, Equatable {
    /// File name inside the dataset's folder.
    public var name: String
    /// What it holds, in a few words.
    public var title: String
    /// The usual extension, as catalogues of data name formats.
    public var format: String
    public var mediaType: String
    /// Whether the media type stands in the register of IANA.
    public var isRegistered: Bool
    /// Whether the bytes are UTF-8.
    public var isText: Bool

    /// A kind of file; its format is the extension of the name where none is given.
    public init(
        _ name: String,
        _ title: String,
        format: String? = nil,
        mediaType: String,
        isRegistered: Bool = true,
        isText: Bool = true
    ) {
        self.name = name
        self.title = title
        self.format = format ?? name.split(separator: ".").last.map(String.init) ?? name
        self.mediaType = mediaType
        self.isRegistered = isRegistered
        self.isText = isText
    }
}
