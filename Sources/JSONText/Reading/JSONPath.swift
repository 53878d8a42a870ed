/// The way from the root of a JSON text to one of its values.
package struct JSONPath: Hashable, Sendable {
  package enum Step: Hashable, Sendable {
    case member(String)
    case element(Int)
  }

  package var steps: [Step]

  package init(_ steps: [Step] = []) { self.steps = steps }

  /// This path inside the value at `step`.
  package func inside(_ step: Step) -> JSONPath { JSONPath([step] + steps) }
}

extension JSONPath: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: Step...) { self.init(elements) }
}

extension JSONPath.Step: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  package init(stringLiteral value: String) { self = .member(value) }
  package init(integerLiteral value: Int) { self = .element(value) }
}

extension JSONPath: CustomStringConvertible {
  /// As in JavaScript: `changes[2].range`, `rules["missing-timeout"].level`. Empty for the root.
  package var description: String {
    var text = ""
    for step in steps {
      switch step {
      case .element(let position): text += "[\(position)]"
      case .member(let name) where name.isPlainWord: text += text.isEmpty ? name : ".\(name)"
      case .member(let name): text += "[\(JSONWriter.text(of: name))]"
      }
    }
    return text
  }
}

extension String {
  fileprivate var isPlainWord: Bool {
    guard let first = utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else { return false }
    return utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"): true
      default: false
      }
    }
  }
}
