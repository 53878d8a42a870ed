import Behaviour

extension Analyzer {
  /// The behaviour trees of a file, for people who work on lowering; nil where the file cannot be read.
  package func behaviourText(path: String, bytes: [UInt8], isNeutral: Bool, showsRanges: Bool) -> String? {
    guard case .read(let reading) = reading(path: path, bytes: bytes) else { return nil }
    let printer = BehaviourPrinter(isNeutral: isNeutral, showsRanges: showsRanges)
    return reading.units.map { printer.print($0) }.joined(separator: "\n")
  }
}
