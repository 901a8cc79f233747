// swift-tools-version: 6.2

import PackageDescription

/// One front end a language: the folder under `Sources/Languages`, and its target is `<folder>FrontEnd`.
let languages = ["Python", "Go", "JavaScript", "Swift", "Lua"]

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func source(_ name: String, uses dependencies: [String] = []) -> Target {
  .target(name: name, dependencies: dependencies.map { .byName(name: $0) }, swiftSettings: settings)
}

func tests(_ name: String, uses dependencies: [String]) -> Target {
  .testTarget(name: name, dependencies: dependencies.map { .byName(name: $0) }, swiftSettings: settings)
}

func system(_ name: String, pkgConfig: String, apt: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt])])
}

let frontEnds = languages.map { "\($0)FrontEnd" }

let frontEndTargets: [Target] = languages.map { language in
  .target(
    name: "\(language)FrontEnd", dependencies: ["FrontEnd", "TreeSitter", "InventoryModel", "Grammars"],
    path: "Sources/Languages/\(language)", swiftSettings: settings)
}

let package = Package(
  name: "redis-inventory",
  targets: [
    .target(
      name: "Rules", path: "Rules", swiftSettings: settings, plugins: ["EmbedRules"]),
    .plugin(
      name: "EmbedRules", capability: .buildTool(), dependencies: ["embed-rules"], path: "Sources/EmbedRules"),
    .executableTarget(name: "embed-rules", dependencies: ["YAML"], swiftSettings: settings),

    system("CTreeSitter", pkgConfig: "tree-sitter", apt: "libtree-sitter-dev"),
    system("CPCRE2", pkgConfig: "libpcre2-8", apt: "libpcre2-dev"),
    system("CLibYAML", pkgConfig: "yaml-0.1", apt: "libyaml-dev"),
    .target(name: "Grammars", cSettings: [.unsafeFlags(["-w"])]),

    .target(name: "ParseGuard", dependencies: ["CTreeSitter"]),
    .target(name: "ByteSkip"),
    .target(name: "CProcess"),
    source("TreeSitter", uses: ["CTreeSitter", "ParseGuard"]),
    source("PCRE2", uses: ["CPCRE2"]),
    source("YAML", uses: ["CLibYAML"]),

    source("FileSystem", uses: ["CProcess"]),
    source("Parallelism"),
    source("InventoryModel"),
    source("FrontEnd", uses: ["TreeSitter", "InventoryModel"]),
    source("Knowledge", uses: ["Rules", "InventoryModel", "Parallelism", "PCRE2", "YAML"]),
    source("Analysis", uses: ["Knowledge", "InventoryModel", "Parallelism"]),
    source("Freeze", uses: ["Knowledge", "InventoryModel", "YAML"]),
    source("Gate", uses: ["InventoryModel"]),
    source("Comparison", uses: ["InventoryModel", "Freeze"]),
    source("Checks", uses: ["Knowledge", "InventoryModel", "Parallelism", "Freeze"]),
    source("Compatibility", uses: ["Knowledge", "InventoryModel"]),
    source("Inventory", uses: ["Knowledge", "InventoryModel"]),
    source("Infrastructure", uses: ["Knowledge", "InventoryModel", "YAML"]),
    source("Reporting", uses: ["InventoryModel"]),
    source("Merging", uses: ["InventoryModel"]),
    source(
      "Scanning",
      uses: [
        "ByteSkip", "FileSystem", "InventoryModel", "Parallelism", "TreeSitter", "PCRE2", "YAML", "FrontEnd", "Rules",
        "Knowledge",
        "Analysis",
        "Checks", "Comparison", "Compatibility", "Freeze", "Gate", "Inventory", "Infrastructure",
      ]
        + frontEnds),
    .executableTarget(
      name: "redis-inventory",
      dependencies: ["FileSystem", "InventoryModel", "Freeze", "Scanning", "Reporting", "Merging"],
      swiftSettings: settings),

    .target(
      name: "TestSupport", dependencies: ["InventoryModel", "FrontEnd", "TreeSitter"], path: "Tests/TestSupport",
      swiftSettings: settings),
    tests("ParallelismTests", uses: ["Parallelism"]),
    tests("TreeSitterTests", uses: ["TreeSitter", "Grammars"]),
    tests("YAMLTests", uses: ["YAML"]),
    tests("PCRE2Tests", uses: ["PCRE2"]),
    tests("LanguageTests", uses: ["TestSupport", "InventoryModel", "TreeSitter", "FrontEnd"] + frontEnds),
    tests("KnowledgeTests", uses: ["TestSupport", "InventoryModel", "Knowledge", "Rules", "YAML", "PCRE2"]),
    tests(
      "AnalysisTests",
      uses: ["TestSupport", "InventoryModel", "Knowledge", "Analysis", "Scanning", "Reporting"]),
    tests(
      "CheckTests",
      uses: ["TestSupport", "FileSystem", "InventoryModel", "Knowledge", "Analysis", "Freeze", "Checks", "Scanning"]),
    tests(
      "CompatibilityTests",
      uses: ["TestSupport", "FileSystem", "InventoryModel", "Knowledge", "Rules", "Compatibility", "Scanning"]),
    tests(
      "InventoryTests",
      uses: ["TestSupport", "InventoryModel", "Knowledge", "Inventory", "Scanning", "Reporting"]),
    tests("ComparisonTests", uses: ["InventoryModel", "Freeze", "Comparison"]),
    tests("GateTests", uses: ["Gate"]),
    tests("FreezeTests", uses: ["InventoryModel", "YAML", "Freeze"]),
    tests("InfrastructureTests", uses: ["InventoryModel", "Knowledge", "Infrastructure"]),
    tests("ReportingTests", uses: ["TestSupport", "InventoryModel", "Reporting"]),
    tests("MergingTests", uses: ["InventoryModel", "Merging"]),
    tests(
      "ScanningTests",
      uses: ["TestSupport", "FileSystem", "InventoryModel", "Knowledge", "Parallelism", "Analysis", "Scanning"]),
    tests(
      "CommandLineTests",
      uses: ["TestSupport", "FileSystem", "InventoryModel", "Scanning", "Reporting", "redis-inventory"]),
    tests("FuzzTests", uses: ["YAML", "PCRE2", "Reporting"]),
  ] + frontEndTargets
)
