// swift-tools-version: 6.2
import PackageDescription

/// The same rules for every target: Swift 6, explicit unsafe code, no warning left standing.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A door onto one C library: a module map and a shim header, nothing else.
func door(_ name: String, pkgConfig: String, debian: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([debian])])
}

/// One room of the house. What a room may import is exactly what stands in `dependencies`.
/// - Parameter library: what the linker is told to take in, where the door does not name it.
func room(
    _ name: String,
    _ dependencies: [Target.Dependency] = [],
    resources: [Resource] = [],
    linking library: String? = nil
) -> Target {
    .target(
        name: name,
        dependencies: dependencies,
        resources: resources,
        swiftSettings: strict,
        linkerSettings: library.map { [.linkedLibrary($0)] }
    )
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

let libraries = [
    "TesseraModel", "TesseraPatterns", "TesseraReaders", "TesseraStages", "TesseraWriters", "TesseraPipeline",
    "TesseraVersions", "TesseraGoldens", "TesseraValidation", "TesseraLinks", "TesseraPages",
]

let package = Package(
    name: "tessera",
    products: libraries.map { .library(name: $0, targets: [$0]) } + [
        .executable(name: "tessera", targets: ["TesseraCLI"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    ],
    targets: [
        door("CLibXML2", pkgConfig: "libxml-2.0", debian: "libxml2-dev"),
        door("CLibYAML", pkgConfig: "yaml-0.1", debian: "libyaml-dev"),
        door("CPCRE2", pkgConfig: "libpcre2-8", debian: "libpcre2-dev"),
        door("CZlib", pkgConfig: "zlib", debian: "zlib1g-dev"),
        door("CNettle", pkgConfig: "nettle", debian: "nettle-dev"),
        door("CPSL", pkgConfig: "libpsl", debian: "libpsl-dev"),
        door("CIDN2", pkgConfig: "libidn2", debian: "libidn2-dev"),
        // Loaded at run time by the one command that needs it, so not linked: without a pkgConfig.
        .systemLibrary(name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        // Loaded at run time, where a workbook is written and where an archive is opened: both bring OpenSSL with them.
        .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CZip", providers: [.apt(["libzip-dev"])]),
        // Linked as an archive by LibSQLite, so without a pkgConfig, which would name the shared library.
        .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
        // The few system calls that Swift's own module does not show.
        .systemLibrary(name: "CLinux"),

        // valijson is a C++ library of headers, with no name in pkg-config: a door that is compiled.
        .target(name: "CValijson"),

        room("LibXML", ["CLibXML2"]),
        room("LibYAML", ["CLibYAML"]),
        room("LibPCRE2", ["CPCRE2"]),
        room("LibZip", ["CZip"]),
        room("LibZlib", ["CZlib"]),
        room("LibNettle", ["CNettle"]),
        room("LibPSL", ["CPSL"]),
        room("LibIDN2", ["CIDN2"]),
        room("LibIconv"),
        room("LibJSONSchema", ["CValijson"]),
        room("LibCurl", ["CCurl"]),
        // The archive: one library less to load at every start, and the full-text search is the one that was tested.
        room("LibSQLite", ["CSQLite"], linking: ":libsqlite3.a"),
        room("LibXLSXWriter", ["CXLSXWriter", "FileSystem"]),
        room("FileSystem", ["CLinux"]),
        room("ChildProcess", ["CLinux", "FileSystem"]),

        // It rounds, and a program that has nothing but the model takes the mathematical functions in for no other reason.
        room("TesseraModel", linking: "m"),
        room("TesseraPatterns", ["TesseraModel", "LibPCRE2"]),
        room(
            "TesseraReaders",
            ["TesseraModel", "LibXML", "LibZip", "LibZlib", "LibNettle", "LibIconv", "ChildProcess"],
            resources: [
                .embedInCode("DocumentXML/document.rng"), .embedInCode("HTML/character-references.txt"),
                .embedInCode("PDF/Fonts/glyph-names.txt"), .embedInCode("PDF/Fonts/cff-strings.txt"),
            ]
        ),
        room(
            "TesseraStages",
            ["TesseraModel", "TesseraPatterns", "LibPSL", "LibIDN2"],
            resources: [
                .embedInCode("Resolve/Entities/territories.txt"), .embedInCode("Resolve/Entities/organisations.txt"),
            ]
        ),
        room("TesseraWriters", ["TesseraModel", "LibSQLite", "LibXLSXWriter"]),
        room(
            "TesseraPipeline",
            [
                "TesseraModel", "TesseraPatterns", "TesseraReaders", "TesseraStages", "TesseraWriters",
                "TesseraVersions",
                "TesseraHTML", "LibYAML", "LibNettle", "LibSQLite", "FileSystem", "ChildProcess",
                .product(name: "Logging", package: "swift-log"),
            ],
            resources: [
                .embedInCode("Run/Record/Page/run-page.css"), .embedInCode("Run/Record/Page/run-page.js"),
                .embedInCode("Inspect/tables.css"),
            ]
        ),
        // HTML in which every text is escaped.
        room("TesseraHTML", ["LibNettle"]),
        // What changed between versions of a report.
        room("TesseraVersions", ["TesseraModel", "TesseraWriters"]),
        // Reports as pages to look at.
        room(
            "TesseraPages",
            ["TesseraModel", "TesseraHTML", "TesseraPipeline", "TesseraVersions"],
            resources: [
                .embedInCode("Style/page.css"), .embedInCode("Style/report.css"), .embedInCode("Style/index.css"),
                .embedInCode("Style/difference.css"), .embedInCode("Script/texts.js"),
                .embedInCode("Script/bar.js"), .embedInCode("Script/filters.js"), .embedInCode("Script/hits.js"),
                .embedInCode("Script/map.js"),
                .embedInCode("Script/acronyms.js"), .embedInCode("Script/difference.js"),
            ]
        ),
        // Whether a dataset is whole and true to its source.
        room(
            "TesseraValidation",
            [
                "TesseraModel", "TesseraReaders", "TesseraStages", "TesseraWriters", "TesseraPipeline",
                "LibJSONSchema", "LibNettle", "LibSQLite", "LibXML", "LibZip", "FileSystem",
            ]
        ),
        // What became of links. Nothing else uses the network: no room of the conversion may depend on it or on LibCurl.
        room(
            "TesseraLinks",
            ["TesseraModel", "TesseraWriters", "TesseraPipeline", "LibCurl", "LibNettle", "FileSystem"]
        ),
        // Datasets that people look after: what differs from them, and what somebody has accepted.
        room(
            "TesseraGoldens",
            [
                "TesseraModel", "TesseraReaders", "TesseraStages", "TesseraWriters", "TesseraPipeline",
                "TesseraVersions", "LibNettle", "FileSystem",
            ]
        ),
        .executableTarget(
            name: "TesseraCLI",
            dependencies: [
                "TesseraModel", "TesseraReaders", "TesseraStages", "TesseraWriters", "TesseraPipeline",
                "TesseraVersions", "TesseraGoldens", "TesseraLinks", "TesseraValidation", "TesseraPages", "LibCurl",
                "FileSystem",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict,
            // A tenth of the program's size: no symbol is exported, so that what nobody uses can go, and relocations are
            // packed. That takes the linker that comes with Swift.
            linkerSettings: [
                .unsafeFlags(
                    [
                        "-use-ld=lld", "-Xlinker", "--no-export-dynamic", "-Xlinker", "-z", "-Xlinker",
                        "pack-relative-relocs",
                    ],
                    .when(platforms: [.linux], configuration: .release)
                )
            ]
        ),

        .target(
            name: "TestSupport",
            dependencies: ["TesseraModel", "TesseraReaders", "LibNettle", "FileSystem"],
            path: "Tests/TestSupport",
            swiftSettings: strict
        ),
        tests("TesseraModelTests", ["TesseraModel", "TestSupport"]),
        tests("TesseraPatternsTests", ["TesseraModel", "TesseraPatterns"]),
        tests("TesseraReadersTests", ["TesseraModel", "TesseraReaders", "TestSupport"]),
        tests(
            "TesseraStagesTests",
            ["TesseraModel", "TesseraPatterns", "TesseraStages", "TestSupport"],
            resources: [
                .embedInCode("Resolve/Links/sentences-with-links.txt"),
                .embedInCode("Resolve/Links/sentences-without-links.txt"),
            ]
        ),
        tests("TesseraWritersTests", ["TesseraModel", "TesseraWriters", "LibSQLite", "LibZip", "TestSupport"]),
        tests(
            "TesseraPipelineTests",
            [
                "TesseraModel", "TesseraReaders", "TesseraStages", "TesseraWriters", "TesseraPipeline", "FileSystem",
                "TestSupport",
            ],
            resources: [.copy("Cases"), .copy("Documents"), .copy("Annotated")]
        ),
        tests(
            "TesseraVersionsTests",
            ["TesseraVersions", "TesseraModel", "TesseraPipeline", "TesseraStages", "FileSystem", "TestSupport"]
        ),
        tests("TesseraLinksTests", ["TesseraLinks", "LibCurl", "TesseraModel", "FileSystem", "TestSupport"]),
        tests(
            "TesseraValidationTests",
            [
                "TesseraValidation", "TesseraLinks", "TesseraModel", "TesseraStages", "TesseraWriters",
                "TesseraPipeline", "LibNettle", "LibSQLite", "LibXLSXWriter", "FileSystem", "TestSupport",
            ]
        ),
        tests("TesseraHTMLTests", ["TesseraHTML"]),
        tests("TesseraPagesTests", ["TesseraPages", "TesseraModel", "TesseraVersions", "TestSupport"]),
        tests(
            "TesseraGoldensTests",
            [
                "TesseraGoldens", "TesseraModel", "TesseraStages", "TesseraWriters", "TesseraPipeline",
                "TesseraValidation", "LibXML", "FileSystem", "TestSupport",
            ]
        ),
        tests(
            "CommandTests",
            [
                "TesseraCLI", "TesseraModel", "FileSystem", "TestSupport",
                .product(name: "Logging", package: "swift-log"),
            ],
            resources: [.copy("Cases")]
        ),
        tests("LibXMLTests", ["LibXML"]),
        tests("LibYAMLTests", ["LibYAML"]),
        tests("LibPCRE2Tests", ["LibPCRE2"]),
        tests("LibZipTests", ["LibZip", "TestSupport"]),
        tests("LibZlibTests", ["LibZlib", "TestSupport"]),
        tests("LibNettleTests", ["LibNettle"]),
        tests("LibPSLTests", ["LibPSL"]),
        tests("LibIDN2Tests", ["LibIDN2"]),
        tests("LibIconvTests", ["LibIconv"]),
        tests("LibJSONSchemaTests", ["LibJSONSchema"]),
        tests("LibSQLiteTests", ["LibSQLite"]),
        tests("LibXLSXWriterTests", ["LibXLSXWriter", "LibZip"]),
        tests("LibCurlTests", ["LibCurl", "TestSupport"]),
        tests("FileSystemTests", ["FileSystem", "TestSupport"]),
        tests("ChildProcessTests", ["ChildProcess"]),
    ],
    cxxLanguageStandard: .cxx17
)
