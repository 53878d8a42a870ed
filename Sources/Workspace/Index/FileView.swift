package import Rules

/// The index as the rules of one file see it.
struct FileView: WorkspaceFacts {
  let index: WorkspaceIndex
  let file: Int32

  func callees(of reference: CallReference, from unit: String, owner: String?) -> Callees {
    let found = CallResolver(index: index, from: file).resolve(reference, from: unit, owner: owner)
    return Callees(units: found.units.prefix(8).compactMap { index.unit($0) }, certainty: found.certainty)
  }

  func own(_ qualifiedName: String) -> [WorkspaceUnit] {
    guard index.files.indices.contains(Int(file)) else { return [] }
    return index.files[Int(file)].summary.units.indices.compactMap { position in
      let id = WorkspaceUnit.ID(file: file, position: Int32(clamping: position))
      guard index.files[Int(file)].summary.units[position].qualifiedName == qualifiedName else { return nil }
      return index.unit(id)
    }
  }

  func callers(of unit: WorkspaceUnit) -> [CallSite] { index.callers(of: unit.id) }

  func reach(of unit: WorkspaceUnit) -> Reach { index.reach(of: unit.id) }

  func twins(of unit: WorkspaceUnit) -> [WorkspaceUnit] {
    guard unit.summary.shape != 0 else { return [] }
    return (index.shapes[unit.summary.shape] ?? []).filter { $0 != unit.id }.compactMap { index.unit($0) }
      .filter { $0.summary.size == unit.summary.size }
  }

  func tests(of unit: WorkspaceUnit) -> [TestOfUnit]? { index.tests(of: unit.id) }
}

extension WorkspaceIndex {
  /// The summary of the file that some facts were made for.
  package func summary(ofFile facts: any WorkspaceFacts) -> FileSummary? {
    guard let view = facts as? FileView, files.indices.contains(Int(view.file)) else { return nil }
    return files[Int(view.file)].summary
  }
}
