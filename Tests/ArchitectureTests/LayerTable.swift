/// One row of the layer table: a target and the targets of this package that it may import.
struct Layer {
  var name: String
  var mayImport: [String]

  init(_ name: String, mayImport: [String] = []) {
    self.name = name
    self.mayImport = mayImport
  }
}

/// One for each grammar that set-up brings in.
private let grammars = [
  "CSharp", "Go", "Java", "JavaScript", "Kotlin", "PHP", "Python", "Ruby", "Rust", "Swift", "TSX", "TypeScript",
].map { "Grammar\($0)" }

/// The architecture's layers, lowest first. A layer may only look up, never down: every name in a row stands in a row
/// above it, and what a row leaves out is left out on purpose (rules never see a syntax node, the protocol knows nothing
/// of Lacuna).
let layerTable: [Layer] =
  grammars.map { Layer($0) } + [
    Layer("CTreeSitter"),
    Layer("CFlatTree", mayImport: ["CTreeSitter"]),
    Layer("CSQLite"),
    Layer("KnowledgeData"),
    Layer("JSONText"),
    Layer("TreeSitter", mayImport: ["CTreeSitter", "CFlatTree"]),
    Layer("SourceText"),
    Layer("Behaviour"),
    Layer(
      "Languages",
      mayImport: ["TreeSitter", "SourceText", "Behaviour"] + grammars
    ),
    Layer("Knowledge", mayImport: ["KnowledgeData", "JSONText", "Behaviour"]),
    Layer("Rules", mayImport: ["Behaviour", "Knowledge"]),
    Layer(
      "Analysis",
      mayImport: ["JSONText", "TreeSitter", "SourceText", "Behaviour", "Languages", "Knowledge", "Rules"]
    ),
    Layer("Mutation", mayImport: ["Behaviour", "Languages", "Knowledge", "Rules", "Analysis"]),
    Layer(
      "Workspace",
      mayImport: [
        "CSQLite", "JSONText", "TreeSitter", "SourceText", "Behaviour", "Languages", "Knowledge", "Rules", "Analysis",
      ]
    ),
    Layer(
      "Review",
      mayImport: [
        "JSONText", "TreeSitter", "SourceText", "Behaviour", "Languages", "Knowledge", "Rules", "Analysis", "Workspace",
      ]
    ),
    Layer("LanguageServerProtocol", mayImport: ["JSONText"]),
    Layer(
      "LanguageServer",
      mayImport: [
        "JSONText", "TreeSitter", "SourceText", "Behaviour", "Languages", "Knowledge", "Rules", "Analysis", "Workspace",
        "Review", "LanguageServerProtocol",
      ]
    ),
    Layer(
      "lacuna",
      mayImport: [
        "JSONText", "TreeSitter", "SourceText", "Behaviour", "Languages", "Knowledge", "Rules", "Analysis", "Mutation",
        "Workspace", "Review", "LanguageServerProtocol", "LanguageServer",
      ]
    ),
  ]

/// What comes with the toolchain and the system, and may be imported anywhere. No third-party Swift package is.
let platformModules: Set<String> = [
  "Darwin", "Dispatch", "Foundation", "FoundationEssentials", "Glibc", "Musl", "Synchronization",
]
