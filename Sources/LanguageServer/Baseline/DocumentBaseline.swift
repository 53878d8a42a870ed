import SourceText
import Workspace

/// What a document's text was in the baseline.
enum DocumentBaseline: Hashable, Sendable {
  /// Nobody looked yet, or there is nothing to compare with.
  case unknown
  /// The file is not in it.
  case absent
  case text([UInt8])

  /// As `LiveDocument` takes it.
  var bytes: [UInt8]?? {
    switch self {
    case .unknown: nil
    case .absent: .some(nil)
    case .text(let bytes): .some(bytes)
    }
  }

  /// A text out of Git, with the line ends that Git may have taken from it put back: a work tree can have others.
  init(committed bytes: [UInt8], likeTextWith ending: LineEnding) {
    let feed = UInt8(ascii: "\n")
    guard ending == .carriageReturnLineFeed, !bytes.contains(UInt8(ascii: "\r")) else {
      self = .text(bytes)
      return
    }
    var converted: [UInt8] = []
    converted.reserveCapacity(bytes.count + bytes.count / 32)
    for byte in bytes {
      if byte == feed { converted.append(UInt8(ascii: "\r")) }
      converted.append(byte)
    }
    self = .text(converted)
  }
}
