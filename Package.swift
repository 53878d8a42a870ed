// swift-tools-version: 6.2

import Glibc
import PackageDescription

// MARK: - Vendored C sources

/// `make setup` makes this folder with the rest of `Vendor/`. On a tree without it, SwiftPM stops at this first target,
/// and its one line shows the path. (A check in code would not do: SwiftPM remembers what a manifest evaluated to.)
let marker = Target.systemLibrary(name: "Vendor", path: "Vendor/run make setup first")

/// One C target each, `Grammar<name>`, of `Vendor/Grammars/<name>`. `scripts/setup/pins.json` says where each comes from.
let grammars = [
  "CSharp", "Go", "Java", "JavaScript", "Kotlin", "PHP", "Python", "Ruby", "Rust", "Swift", "TSX", "TypeScript",
]

/// Optimised in debug builds too: tests parse a lot. Warnings in code that is not ours are not ours to fix.
let vendored: [CSetting] = [
  .headerSearchPath("src"),
  .unsafeFlags(["-O2", "-w"]),
]

let core = Target.target(
  name: "CTreeSitter",
  path: "Vendor/CTreeSitter",
  sources: ["src/lib.c"],
  cSettings: vendored
)

/// Lays the core's trees out flat: the one place that reads the core's own nodes, by its private headers.
let flatTree = Target.target(
  name: "CFlatTree",
  dependencies: ["CTreeSitter"],
  cSettings: [.headerSearchPath("../../Vendor/CTreeSitter/src"), .unsafeFlags(["-O2"])]
)

let grammarTargets = grammars.map { name in
  Target.target(
    name: "Grammar\(name)",
    path: "Vendor/Grammars/\(name)",
    sources: ["src"],
    cSettings: vendored
  )
}

let grammarDependencies = grammars.map { Target.Dependency.target(name: "Grammar\($0)") }

// MARK: - Data

/// The knowledge files, embedded by a C source. A file added there is a line in the `files.h` of its folder.
let knowledgeData = Target.target(name: "KnowledgeData", sources: ["KnowledgeData.c"])

// MARK: - System libraries

/// Where the system keeps SQLite as an archive, it becomes part of the program, which then runs where none is installed.
let sqliteArchive = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib"]
  .contains { access($0 + "/libsqlite3.a", R_OK) == 0 }

let sqlite = Target.target(
  name: "CSQLite",
  linkerSettings: [.linkedLibrary(sqliteArchive ? ":libsqlite3.a" : "sqlite3"), .linkedLibrary("m")]
)

// MARK: - Layers

/// Lowest first. A layer may import only what stands above it here; `ArchitectureTests` holds every file to that.
let layers: [Target] = [
  .target(name: "JSONText"),
  .target(name: "TreeSitter", dependencies: ["CTreeSitter", "CFlatTree"]),
  .target(name: "SourceText"),
  .target(name: "Behaviour"),
  .target(name: "Languages", dependencies: ["TreeSitter", "SourceText", "Behaviour"] + grammarDependencies),
  .target(name: "Knowledge", dependencies: ["KnowledgeData", "JSONText", "Behaviour"]),
  .target(name: "Rules", dependencies: ["Behaviour", "Knowledge"]),
  .target(
    name: "Analysis",
    dependencies: ["JSONText", "TreeSitter", "SourceText", "Behaviour", "Languages", "Knowledge", "Rules"]
  ),
  .target(name: "Mutation", dependencies: ["Behaviour", "Languages", "Knowledge", "Rules", "Analysis"]),
  .target(
    name: "Workspace",
    dependencies: [
      "CSQLite", "JSONText", "TreeSitter", "SourceText", "Behaviour", "Languages", "Knowledge", "Rules", "Analysis",
    ]
  ),
  .target(
    name: "Review",
    dependencies: [
      "JSONText", "TreeSitter", "SourceText", "Behaviour", "Languages", "Knowledge", "Rules", "Analysis", "Workspace",
    ]
  ),
  .target(name: "LanguageServerProtocol", dependencies: ["JSONText"]),
  .target(
    name: "LanguageServer",
    dependencies: [
      "JSONText", "TreeSitter", "SourceText", "Behaviour", "Languages", "Knowledge", "Rules", "Analysis", "Workspace",
      "Review", "LanguageServerProtocol",
    ]
  ),
]

let libraryDependencies = layers.map { Target.Dependency.target(name: $0.name) }

// MARK: - Executable

let executable = Target.executableTarget(name: "lacuna", dependencies: libraryDependencies)

// MARK: - Tests

let testSupport = Target.target(name: "TestSupport", dependencies: libraryDependencies, path: "Tests/TestSupport")

let tests =
  layers.map { layer in
    Target.testTarget(
      name: "\(layer.name)Tests",
      dependencies: [.target(name: layer.name), "TestSupport"],
      exclude: ["Languages": ["Corpus"], "Rules": ["Changes"]][layer.name] ?? []
    )
  } + [
    .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"]),
    .testTarget(
      name: "ProtocolTests",
      dependencies: ["lacuna", "LanguageServerProtocol", "TestSupport"],
      exclude: ["Editors/neovim.lua", "Validator/Checker"]
    ),
  ]

// MARK: - Package

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let swiftTargets = layers + [executable, testSupport] + tests
for target in swiftTargets {
  target.swiftSettings = strict
}

let package = Package(
  name: "lacuna",
  products: [.executable(name: "lacuna", targets: ["lacuna"])],
  targets: [marker, core, flatTree] + grammarTargets + [knowledgeData, sqlite] + swiftTargets,
  swiftLanguageModes: [.v6]
)
