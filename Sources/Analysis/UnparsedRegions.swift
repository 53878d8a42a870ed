import Behaviour
import Rules

/// The regions of a file that could not be parsed, as entries: silence never means "fine".
enum UnparsedRegions {
  /// Regions closer than this are one entry. In bytes.
  private static let mergeDistance = 80

  /// Adds an entry for each region, to the unit that holds it, else to the file.
  static func add(_ regions: [Range<Int>], of bytes: [UInt8], to analysis: inout FileAnalysis) {
    let whole = 0..<bytes.count
    var lines = LineCounter()
    var merged: [Range<Int>] = []
    for region in regions {
      if let last = merged.last, region.lowerBound - last.upperBound <= mergeDistance {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, region.upperBound)
      } else {
        merged.append(region)
      }
    }
    for region in merged {
      let region = region.clamped(to: whole)
      let home = analysis.units.firstIndex {
        $0.unit.kind != .module && $0.range.lowerBound <= region.lowerBound && region.upperBound <= $0.range.upperBound
      }
      if let home {
        let start = analysis.units[home].start
        let range = (region.lowerBound - start)..<(region.upperBound - start)
        analysis.units[home].entries.append(entry(at: range, region: region, bytes: bytes, lines: &lines))
      } else {
        analysis.entries.append(entry(at: region, region: region, bytes: bytes, lines: &lines))
      }
    }
  }

  private static func entry(
    at range: Range<Int>,
    region: Range<Int>,
    bytes: [UInt8],
    lines: inout LineCounter
  ) -> Entry {
    let first = lines.line(at: region.lowerBound, in: bytes)
    let last = lines.line(at: max(region.lowerBound, region.upperBound - 1), in: bytes)
    return UnparsedRegion.entry(at: range, text: bytes[region], lines: first...max(first, last))
  }
}

/// Counts line ends on the way through a text, for offsets that only grow.
private struct LineCounter {
  private var offset = 0
  private var line = 1

  mutating func line(at target: Int, in bytes: [UInt8]) -> Int {
    let target = min(max(target, offset), bytes.count)
    for byte in bytes[offset..<target] where byte == UInt8(ascii: "\n") { line += 1 }
    offset = target
    return line
  }
}
