/// What tests do to make a unit fail.
package struct Trials: Sendable, Hashable {
  /// Tests that call it themselves, or by a help of theirs; by path and line.
  package var tests: [WorkspaceUnit]
  /// Of those, one that makes it fail: that demands that the very call fails, or calls it, drives a failure, and is
  /// named after it.
  package var failing: WorkspaceUnit?
  /// What those tests do, and what tests do that reach it by others, or by no more than its name.
  package var drive: FailureDrive
  package var farDrive: FailureDrive
  /// Some of the tests surely call this unit.
  package var isSure: Bool

  package init(
    tests: [WorkspaceUnit] = [],
    failing: WorkspaceUnit? = nil,
    drive: FailureDrive = [],
    farDrive: FailureDrive = [],
    isSure: Bool = false
  ) {
    self.tests = tests
    self.failing = failing
    self.drive = drive
    self.farDrive = farDrive
    self.isSure = isSure
  }
}
