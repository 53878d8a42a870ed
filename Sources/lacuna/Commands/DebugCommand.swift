import Analysis
import Workspace

/// `lacuna debug …`: for those who work on Lacuna.
enum DebugCommand {
  static let usage = """
    usage: lacuna debug behaviour FILE [--ranges] [--neutral]

    Prints the behaviour tree of every unit of a file.

      --ranges    with the byte range of every node
      --neutral   as the cross-language corpus compares it

    usage: lacuna debug coverage PATH...

    Tells for each language which share of the syntax in units lowering has no words for, the ten kinds of it that are
    most frequent, and which share of the calls got a canonical path, by what evidence.

    usage: lacuna debug index PATH...

    Prints every unit of some files and folders, with what each of its calls runs, as far as that is found.

    usage: lacuna debug indexing FOLDER [--part N]

    Indexes a folder as the language server does, and tells how long that took and how much memory it needs.

      --part N        hundredths of the machine (25)

    usage: lacuna debug mutants [PATH...] [--limit N] [--seed N] [--list VERDICT]

    Takes protections out of functions, one at a time, and tells what the rules say of what is left: as the code stands,
    and compared with what it was. Without a path, of the examples of the rules.

      --limit N       mutations of one kind in one language, drawn at random (100)
      --seed N        of the draw (1)
      --only KIND     of the kinds that are named, as removed-guard,removed-lock
      --list VERDICT  the places that end so: flagged, listed, silent, or assured
      --say           with what is said of them
      --text          with the files as they are then

    usage: lacuna debug preserving PATH... [--limit N] [--seed N] [--say]

    Writes functions anew so that they do what they did, and tells what the rules say of the change.

      --limit N       changes of one kind in one language, drawn at random (100)
      --seed N        of the draw (1)
      --say           with what is said of them
      --text          with the files as they are then
      --unread        the places at which the file does not parse any more

    usage: lacuna debug reparse FILE EDITS

    Applies edits to a file, one JSON object a line, and prints the milliseconds that each incremental parse took.

    """

  static func run(_ words: [String]) -> Int32 {
    do throws(Arguments.Failure) {
      let arguments = try Arguments(
        words,
        valued: ["--limit", "--seed", "--list", "--part", "--only"],
        flags: ["--ranges", "--neutral", "--text", "--say", "--unread"]
      )
      if arguments.positional.first == "reparse" {
        guard arguments.positional.count == 3 else { throw .missingValue("reparse") }
        return ReparseCommand.run(arguments.positional[1], edits: arguments.positional[2])
      }
      if arguments.positional.first == "coverage" {
        guard arguments.positional.count > 1 else { throw .missingValue("coverage") }
        return CoverageCommand.run(Array(arguments.positional.dropFirst()))
      }
      if arguments.positional.first == "index" {
        guard arguments.positional.count > 1 else { throw .missingValue("index") }
        return IndexCommand.run(Array(arguments.positional.dropFirst()))
      }
      if arguments.positional.first == "indexing" {
        guard arguments.positional.count == 2 else { throw .missingValue("indexing") }
        return IndexCommand.time(arguments.positional[1], part: arguments.value("--part").flatMap { Int($0) } ?? 25)
      }
      if arguments.positional.first == "mutants" { return try MutantsCommand.run(arguments) }
      if arguments.positional.first == "preserving" { return try PreservingCommand.run(arguments) }
      guard arguments.positional.first == "behaviour" else {
        throw .unknown(arguments.positional.first ?? "debug")
      }
      guard arguments.positional.count == 2 else { throw .missingValue("behaviour") }
      return behaviour(
        arguments.positional[1],
        showsRanges: arguments.has("--ranges"),
        isNeutral: arguments.has("--neutral")
      )
    } catch {
      Output.error("lacuna debug: \(error)\n" + usage)
      return 2
    }
  }

  private static func behaviour(_ path: String, showsRanges: Bool, isNeutral: Bool) -> Int32 {
    switch FileContents(of: FilePath(path)) {
    case .bytes(let bytes):
      guard
        let text = Analyzer().behaviourText(path: path, bytes: bytes, isNeutral: isNeutral, showsRanges: showsRanges)
      else {
        Output.error("lacuna debug: `\(path)` is in no language that Lacuna reads.\n")
        return 2
      }
      Output.write(text)
      return 0
    case .tooLarge: Output.error("lacuna debug: `\(path)` is too large.\n")
    case .binary: Output.error("lacuna debug: `\(path)` is no text.\n")
    case .unreadable(let why): Output.error("lacuna debug: `\(path)`: \(why)\n")
    }
    return 2
  }
}
