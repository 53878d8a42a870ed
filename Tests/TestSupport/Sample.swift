import Foundation

/// Some of the items, spread over all of them, each time the same; all of them where `LACUNA_EVERY_TOKEN` is set, which
/// takes minutes.
package func sample<Item>(_ items: [Item], count: Int = 12) -> [Item] {
  guard ProcessInfo.processInfo.environment["LACUNA_EVERY_TOKEN"] == nil, items.count > count else { return items }
  return (0..<count).map { items[($0 * items.count + items.count / 2) / count] }
}
