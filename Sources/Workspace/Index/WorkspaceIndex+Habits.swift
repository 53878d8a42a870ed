import Behaviour
import Rules

extension WorkspaceIndex {
  /// How the calls of all files are waited for.
  static func habits(of files: [IndexedFile]) -> [HabitKey: WaitingHabit] {
    var found: [HabitKey: WaitingHabit] = [:]
    // What nobody awaits is of no interest, and that is most.
    for file in files {
      for call in file.summary.calls where call.flags.contains(.awaited) {
        found[HabitKey(group: file.group, name: file.symbols[Int(call.name)]), default: WaitingHabit()].awaited += 1
      }
    }
    guard !found.isEmpty else { return found }
    for file in files {
      for call in file.summary.calls where isWithoutWaiting(call) {
        let key = HabitKey(group: file.group, name: file.symbols[Int(call.name)])
        if found[key] != nil { found[key]?.others += 1 }
      }
    }
    return found
  }

  /// Whoever is given the value of a call may wait in its place.
  private static func isWithoutWaiting(_ call: CallSummary) -> Bool {
    call.flags.isDisjoint(with: [.awaited, .returned])
  }

  /// - Parameter own: the file that asks, which knows its own calls as they stand.
  func habit(ofCalling name: String, besides own: Int32) -> WaitingHabit {
    let symbol = names.known(name)
    guard symbol != 0, files.indices.contains(Int(own)) else { return WaitingHabit() }
    let file = files[Int(own)]
    guard var habit = habits[HabitKey(group: file.group, name: symbol)] else { return WaitingHabit() }
    for call in file.summary.calls where file.symbols[Int(call.name)] == symbol {
      if call.flags.contains(.awaited) { habit.awaited -= 1 }
      if WorkspaceIndex.isWithoutWaiting(call) { habit.others -= 1 }
    }
    return habit
  }
}
