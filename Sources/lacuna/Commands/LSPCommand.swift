/// `lacuna lsp`
enum LSPCommand {
  static let usage = """
    usage: lacuna lsp [--stdio]

    Speaks the Language Server Protocol on standard input and output; editors start it.

    """

  static func run(_ words: [String]) -> Int32 {
    Output.error("lacuna lsp: not built in yet\n")
    return 2
  }
}
