/// What tests do to make a unit fail.
package struct Trials: Sendable, Hashable {
  /// Tests that call it themselves, or by a help of theirs; by path and line.
  package var tests: [WorkspaceUnit]
  /// Of those, the first that makes it fail, with how sure that is.
  package var failing: WorkspaceUnit?
  /// An assertion demands that the very call fails.
  package var isDemanded: Bool
  /// What those tests do, and what tests do that reach it by others, or by no more than its name.
  package var drive: FailureDrive
  package var farDrive: FailureDrive
  /// Some of the tests surely call this unit.
  package var isSure: Bool

  package init(
    tests: [WorkspaceUnit] = [],
    failing: WorkspaceUnit? = nil,
    isDemanded: Bool = false,
    drive: FailureDrive = [],
    farDrive: FailureDrive = [],
    isSure: Bool = false
  ) {
    self.tests = tests
    self.failing = failing
    self.isDemanded = isDemanded
    self.drive = drive
    self.farDrive = farDrive
    self.isSure = isSure
  }
}
