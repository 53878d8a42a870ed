import Review

/// Finds the command and runs it.
enum Program {
  static let usage = """
    Lacuna shows what is missing in code: what it checked, what it flagged, and what it could not verify.

    usage: lacuna <command> [options]

      review [PATH ...]    review files and folders, or what changed in them
      lsp                  speak the Language Server Protocol on standard input and output
      rules                list the rules
      explain RULE         say what a rule asks, why, and by what it is met
      cache [clear]        show what is kept between runs, or remove it
      version              print the version
      help [COMMAND]       print this, or a command's options

    """

  /// - Returns: the exit code. 2: the command could not do its work.
  static func run(_ arguments: [String]) -> Int32 {
    guard let name = arguments.first else {
      Output.error(usage)
      return 2
    }
    let rest = Array(arguments.dropFirst())
    switch name {
    case "review": return ReviewCommand.run(rest)
    case "lsp": return LSPCommand.run(rest)
    case "rules": return RulesCommand.run(rest)
    case "explain": return ExplainCommand.run(rest)
    case "cache": return CacheCommand.run(rest)
    case "debug": return DebugCommand.run(rest)
    case "version", "--version", "-V":
      Output.write("\(Tool.name) \(Tool.version)\n")
      return 0
    case "help", "--help", "-h": return help(rest.first)
    default:
      Output.error("lacuna: `\(name)` is no command; `lacuna help` lists them.\n")
      return 2
    }
  }

  private static func help(_ command: String?) -> Int32 {
    switch command {
    case nil: Output.write(usage)
    case "review": Output.write(ReviewCommand.usage)
    case "lsp": Output.write(LSPCommand.usage)
    case "rules": Output.write(RulesCommand.usage)
    case "explain": Output.write(ExplainCommand.usage)
    case "cache": Output.write(CacheCommand.usage)
    case "debug": Output.write(DebugCommand.usage)
    case let command?:
      Output.error("lacuna: `\(command)` is no command; `lacuna help` lists them.\n")
      return 2
    }
    return 0
  }
}
