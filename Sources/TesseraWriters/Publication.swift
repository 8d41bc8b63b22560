public import TesseraModel

/// Where a report comes from and under which terms it may be used: what the pipeline file says about it.
public struct Publication: Sendable, Equatable {
    /// Somebody who had a part in the dataset or in the report.
    public struct Contributor: Sendable, Equatable {
        /// The name of a person or an organisation.
        public var title: String
        /// What the part was, in words of one's own: `author`, `contact`, `translator`.
        public var roles: [String]
        /// A page on the web.
        public var url: String?
        /// The organisation that a person belongs to.
        public var organisation: String?

        public init(title: String, roles: [String] = [], url: String? = nil, organisation: String? = nil) {
            self.title = title
            self.roles = roles
            self.url = url
            self.organisation = organisation
        }
    }

    /// A value that holds for one revision of the report.
    public struct OfRevision: Sendable, Equatable {
        public var revision: PartialDate
        public var value: String

        public init(_ revision: PartialDate, _ value: String) {
            self.revision = revision
            self.value = value
        }
    }

    public var publisher: String?
    /// Address of the report on the web.
    public var sourceURL: String?
    /// Addresses of single revisions of the report.
    public var sourceURLs: [OfRevision] = []
    /// Id of a licence in the Open Definition's or SPDX's list: letters, digits, `.`, `_`, `-`.
    public var licenceName: String?
    public var licenceTitle: String?
    public var licenceURL: String?
    /// What the dataset is about.
    public var description: String?
    public var keywords: [String] = []
    public var contributors: [Contributor] = []
    /// A page on the web about the dataset.
    public var homepage: String?
    /// The Digital Object Identifier of the dataset, without a resolver: `10.5281/zenodo.1234`.
    public var doi: String?
    /// The identifiers of single revisions of the dataset.
    public var dois: [OfRevision] = []

    public init(
        publisher: String? = nil,
        sourceURL: String? = nil,
        licenceName: String? = nil,
        licenceTitle: String? = nil,
        licenceURL: String? = nil
    ) {
        self.publisher = publisher
        self.sourceURL = sourceURL
        self.licenceName = licenceName
        self.licenceTitle = licenceTitle
        self.licenceURL = licenceURL
    }

    /// What holds for one revision; nil for a report without a date.
    public func of(revision: PartialDate?) -> Publication {
        var publication = self
        publication.sourceURL = sourceURLs.first { $0.revision == revision }?.value ?? sourceURL
        publication.doi = dois.first { $0.revision == revision }?.value ?? doi
        publication.sourceURLs = []
        publication.dois = []
        return publication
    }
}
