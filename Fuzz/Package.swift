// swift-tools-version: 6.2
import PackageDescription

/// The same rules as for Tessera itself.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "fuzz",
    dependencies: [
        .package(name: "tessera", path: "..")
    ],
    targets: [
        .systemLibrary(name: "CLibFuzzer", path: "Sources/CLibFuzzer"),
        .executableTarget(
            name: "fuzz",
            dependencies: [
                "CLibFuzzer",
                .product(name: "TesseraModel", package: "tessera"),
                .product(name: "TesseraReaders", package: "tessera"),
            ],
            path: "Sources/Fuzz",
            swiftSettings: strict,
            // Debian's gold fails on what the sanitizers add.
            linkerSettings: [.unsafeFlags(["-use-ld=lld"])]
        ),
    ]
)
