/// Test frameworks by what one imports, and the words of theirs that mean something here.
enum JavaScriptFrameworks {
  /// Whether a canonical path is that of a library for tests.
  static func isTesting(_ path: String) -> Bool {
    let module = path.hasPrefix("@") ? path.split(separator: "/").prefix(2).joined(separator: "/") : path
    let name = module.prefix { $0 != "." }
    return modules.contains(String(name)) || name.hasPrefix("@testing-library/") || name.hasPrefix("@playwright/")
      || name.hasPrefix("@jest/")
  }

  private static let modules: Set<String> = [
    "@japa/runner", "@open-wc/testing", "@vitest/expect", "assert", "ava", "bun:test", "chai", "cypress", "expect",
    "expect-type", "jasmine", "jest", "mocha", "node:test", "should", "sinon", "supertest", "tap", "tape", "test",
    "uvu", "uvu/assert", "vitest", "vite-plus/test",
  ]

  /// Words of a chain that demand nothing by themselves.
  static let connectives: Set<String> = [
    "to", "be", "been", "is", "that", "which", "and", "has", "have", "with", "at", "of", "same", "but", "does", "still",
    "also", "not", "deep", "nested", "own", "ordered", "any", "all", "resolves", "rejects", "eventually",
  ]

  /// Words of a chain that make of it a promise.
  static let promising: Set<String> = ["resolves", "rejects", "eventually", "rejected", "fulfilled", "rejectedWith"]

  /// Whether a matcher of a framework that drives a browser waits for what it demands, which gives a promise.
  static func waitsForPage(_ word: String) -> Bool { pageMatchers.contains(word) }

  private static let pageMatchers: Set<String> = [
    "toBeAttached", "toBeChecked", "toBeDisabled", "toBeEditable", "toBeEmpty", "toBeEnabled", "toBeFocused",
    "toBeHidden", "toBeInViewport", "toBeVisible", "toContainClass", "toContainText", "toHaveAccessibleName",
    "toHaveAttribute", "toHaveClass", "toHaveCount", "toHaveCSS", "toHaveId", "toHaveRole", "toHaveScreenshot",
    "toHaveText", "toHaveTitle", "toHaveURL", "toHaveValue", "toHaveValues", "toBeOK", "toPass",
  ]
}
