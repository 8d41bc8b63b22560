// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "examples",
    dependencies: [
        // In a package of your own: the path of a checkout of Tessera.
        .package(name: "tessera", path: "..")
    ],
    targets: [
        .executableTarget(
            name: "convert-in-memory",
            dependencies: [
                .product(name: "TesseraModel", package: "tessera"),
                .product(name: "TesseraPipeline", package: "tessera"),
            ],
            path: "Sources/ConvertInMemory"
        ),
        .executableTarget(
            name: "convert-stream",
            dependencies: [
                .product(name: "TesseraModel", package: "tessera"),
                .product(name: "TesseraPipeline", package: "tessera"),
            ],
            path: "Sources/ConvertStream"
        ),
    ]
)
