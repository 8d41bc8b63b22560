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
    name: "benchmarks",
    dependencies: [
        .package(name: "tessera", path: "..")
    ],
    targets: [
        .systemLibrary(name: "CAffinity", path: "Sources/CAffinity"),
        .executableTarget(
            name: "bench",
            dependencies: ["CAffinity"],
            path: "Sources/Bench",
            swiftSettings: strict
        ),
        .executableTarget(name: "empty", path: "Sources/Empty", swiftSettings: strict),
        .executableTarget(
            name: "resolve-text",
            dependencies: [.product(name: "TesseraStages", package: "tessera")],
            path: "Sources/ResolveText",
            swiftSettings: strict
        ),
        .executableTarget(
            name: "convert-steps",
            dependencies: [
                .product(name: "TesseraModel", package: "tessera"),
                .product(name: "TesseraReaders", package: "tessera"),
                .product(name: "TesseraWriters", package: "tessera"),
                .product(name: "TesseraPipeline", package: "tessera"),
            ],
            path: "Sources/ConvertSteps",
            swiftSettings: strict
        ),
        .executableTarget(
            name: "reuse-extracts",
            dependencies: [
                .product(name: "TesseraModel", package: "tessera"),
                .product(name: "TesseraPipeline", package: "tessera"),
            ],
            path: "Sources/ReuseExtracts",
            swiftSettings: strict
        ),
        .systemLibrary(name: "CPushParser", path: "Sources/CPushParser", pkgConfig: "libxml-2.0"),
        .executableTarget(
            name: "read-floor",
            dependencies: ["CPushParser"],
            path: "Sources/ReadFloor",
            linkerSettings: [.linkedLibrary("z")]
        ),
    ]
)
