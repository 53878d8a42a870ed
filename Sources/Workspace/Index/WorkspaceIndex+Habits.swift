import Rules

extension WorkspaceIndex {
  /// Whoever is given the value of a call may wait in its place.
  static func isWithoutWaiting(_ call: CallSummary) -> Bool {
    call.flags.isDisjoint(with: handedOn)
  }

  private static let handedOn: CallFlags = [.awaited, .returned]

  /// How a function is waited for by others, by its name; nothing is known of a name that nobody awaits.
  ///
  /// - Parameter own: the file that asks, which knows its own calls as they stand.
  func habit(ofCalling name: String, besides own: Int32) -> WaitingHabit {
    let symbol = names.known(name)
    guard symbol != 0, let file = file(own),
      var habit = habits[HabitKey(group: file.group, name: symbol)], habit.awaited > 0
    else { return WaitingHabit() }
    for position in file.calls.calls(meaning: [symbol]) {
      let call = file.summary.calls[position]
      guard file.symbol(call.name) == symbol else { continue }
      if call.flags.contains(.awaited) { habit.awaited -= 1 }
      if WorkspaceIndex.isWithoutWaiting(call) { habit.others -= 1 }
    }
    return habit
  }

  func givesHeld(calling name: String, in group: LanguageGroup) -> Bool {
    let symbol = names.known(name)
    guard symbol != 0, let found = givers[HabitKey(group: group, name: symbol)] else { return false }
    return found.held >= 1 && found.held >= 3 * found.others
  }
}
