import Analysis
import Synchronization

/// Texts of a change, each read once: for what moved between files, for the judgement, and for what was there before.
final class Readings: Sendable {
  private let analyzer: Analyzer
  private let files = Mutex<[String: [ReadFile]]>([:])

  init(_ analyzer: Analyzer) { self.analyzer = analyzer }

  /// - Parameter path: relative to what is reviewed; decides the language.
  func read(_ path: String, _ bytes: [UInt8]) -> ReadFile {
    if let known = files.withLock({ $0[path]?.first { $0.isReading(of: bytes) } }) { return known }
    let file = analyzer.read(path: path, bytes: bytes)
    keep(file, at: path)
    return file
  }

  /// Takes a text that was read already.
  func keep(_ file: ReadFile, at path: String) { files.withLock { $0[path, default: []].append(file) } }

  /// A file that is judged is asked for no more.
  func forget(_ path: String) { files.withLock { $0[path] = nil } }
}
