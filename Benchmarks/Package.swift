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
    targets: [
        .executableTarget(name: "bench", path: "Sources/Bench", swiftSettings: strict),
        .executableTarget(name: "empty", path: "Sources/Empty", swiftSettings: strict),
    ]
)
