import SourceText

/// Finds out which of the added files are removed ones under another name.
///
/// Git's own search is not used: it does not look at untracked files, and what an agent or an editor has just moved is
/// untracked. Files are compared by their lines; the share of bytes in common lines is the similarity.
struct RenameSearch {
  private static let leastSimilarity = 50
  /// What is read for it at most, on each side. What is beyond stays added and removed.
  private static let byteLimit = 32 * 1_024 * 1_024
  /// A line that stands in more removed files than this tells nothing.
  private static let commonLine = 32

  private let baseline: Baseline
  private let changes: [FileChange]

  init(_ baseline: Baseline, _ changes: [FileChange]) {
    self.baseline = baseline
    self.changes = changes
  }

  /// The changes, with pairs of a removed and an added file made into renames.
  func result() throws(GitError) -> [FileChange] {
    let removed = changes.indices.filter { changes[$0].kind == .removed }
    let added = changes.indices.filter { changes[$0].kind == .added }
    guard !removed.isEmpty, !added.isEmpty else { return changes }

    var result = changes
    var gone = Set<Int>()
    for pair in try pairs(of: removed, with: added) where !gone.contains(pair.from) {
      guard result[pair.to].kind == .added else { continue }
      gone.insert(pair.from)
      result[pair.to] = FileChange(
        path: changes[pair.to].path,
        kind: .renamed(from: changes[pair.from].path, similarity: pair.similarity),
        base: changes[pair.from].base
      )
    }
    return result.indices.filter { !gone.contains($0) }.map { result[$0] }
  }

  private struct Pair {
    let from: Int
    let to: Int
    let similarity: Int
  }

  /// Similar pairs, the most similar first.
  private func pairs(of removed: [Int], with added: [Int]) throws(GitError) -> [Pair] {
    let endings = Set(removed.map { changes[$0].path.fileExtension })
    let before = try read(removed) { change throws(GitError) in
      guard case .text(let bytes) = try baseline.file(before: change) else { return nil }
      return bytes
    }
    let now = try read(added.filter { endings.contains(changes[$0].path.fileExtension) }) { change in
      let path = baseline.repository.root.appending(change.path)
      guard case .bytes(let bytes) = FileContents(of: path, followingLinks: false) else { return nil }
      return bytes
    }

    var holders: [ContentHash: [Int]] = [:]
    for (index, lines) in before.enumerated() {
      for line in lines.counts.keys { holders[line, default: []].append(index) }
    }
    var pairs: [Pair] = []
    for lines in now {
      var common: [Int: Int] = [:]
      for (line, count) in lines.counts {
        guard let candidates = holders[line], candidates.count <= Self.commonLine else { continue }
        for index in candidates {
          common[index, default: 0] += min(count.number, before[index].counts[line]?.number ?? 0) * count.length
        }
      }
      for (index, bytes) in common {
        let similarity = bytes * 100 / max(1, lines.size, before[index].size)
        guard similarity >= Self.leastSimilarity else { continue }
        pairs.append(Pair(from: before[index].change, to: lines.change, similarity: similarity))
      }
    }
    return pairs.sorted { ($1.similarity, $0.to, $0.from) < ($0.similarity, $1.to, $1.from) }
  }

  private func read(
    _ indices: [Int],
    _ contents: (FileChange) throws(GitError) -> [UInt8]?
  ) throws(GitError) -> [LineCounts] {
    var left = Self.byteLimit
    var read: [LineCounts] = []
    for index in indices where left > 0 {
      guard let bytes = try contents(changes[index]), !bytes.isEmpty else { continue }
      left -= bytes.count
      read.append(LineCounts(bytes, change: index))
    }
    return read
  }
}

/// How often each line stands in a file.
private struct LineCounts {
  let change: Int
  private(set) var counts: [ContentHash: (number: Int, length: Int)] = [:]
  private(set) var size = 0

  init(_ bytes: [UInt8], change: Int) {
    self.change = change
    let text = SourceText(bytes)
    for line in 0..<text.lineCount {
      let range = text.lineRange(line)
      guard !range.isEmpty else { continue }
      size += range.count
      counts[text.contentHash(of: range), default: (0, range.count)].number += 1
    }
  }
}

extension FilePath {
  /// What follows the last dot of the last component; empty if there is none.
  fileprivate var fileExtension: [UInt8] {
    let name = lastComponent.bytes
    return name.lastIndex(of: UInt8(ascii: ".")).map { Array(name[($0 + 1)...]) } ?? []
  }
}
