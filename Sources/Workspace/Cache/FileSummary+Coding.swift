package import Behaviour
import Knowledge
package import Rules

// A field that is added to one of these types is a line in its list below; `CacheCodingTests` finds the one that is
// missing.

/// Made once: a list of all cases is a new one each time it is asked for.
private let unitKinds = UnitKind.allCases
let knownEffects = Effect.allCases

extension FileSummary: Coded {
  package static var blank: FileSummary { FileSummary(path: "", language: "") }

  /// The path is not among them: one text may stand in two places.
  package mutating func code(_ coder: inout ByteCoder) throws(ByteCoder.Malformed) {
    try coder.code(&language)
    try coder.code(&traits)
    try coder.code(&names)
    try coder.code(&units)
    try coder.code(&calls)
    try coder.code(&types)
    try coder.code(&imports)
    try coder.code(&mentions)
    try coder.code(&labels)
    try coder.code(&models)
  }

  /// The numbers in it are of things that it has.
  package var isSound: Bool {
    let count = UInt32(clamping: names.count)
    return names.first == ""
      && calls.allSatisfy { $0.name < count && $0.type < count && $0.module < count }
      && mentions.allSatisfy { $0 < count }
      && labels.allSatisfy { $0 < count }
      && calls.allSatisfy { Int($0.firstLabel) + Int($0.labelCount) <= labels.count }
      && units.allSatisfy { $0.calls.lowerBound >= 0 && Int($0.calls.upperBound) <= calls.count && $0.line >= 0 }
  }
}

extension UnitSummary: Coded {
  package static var blank: UnitSummary {
    UnitSummary(
      name: "",
      qualifiedName: "",
      kind: .function,
      traits: [],
      parameters: [],
      returnType: nil,
      owner: nil,
      line: 0,
      conduct: [],
      effects: [],
      shape: .blank,
      additions: [],
      drive: [],
      size: 0,
      calls: 0..<0
    )
  }

  package mutating func code(_ coder: inout ByteCoder) throws(ByteCoder.Malformed) {
    try coder.code(&name)
    try coder.code(&qualifiedName)
    try coder.code(&kind, of: unitKinds)
    try coder.code(&traits)
    try coder.code(&parameters)
    try coder.code(&returnType)
    try coder.code(&owner)
    try coder.code(&line)
    try coder.code(&conduct)
    try coder.code(&effects)
    try coder.code(&shape)
    try coder.code(&additions)
    try coder.code(&drive)
    try coder.code(&size)
    try coder.code(&calls)
  }
}

extension ShapeSummary: Coded {
  package static var blank: ShapeSummary { ShapeSummary() }

  package mutating func code(_ coder: inout ByteCoder) throws(ByteCoder.Malformed) {
    try coder.code(&whole)
    try coder.code(&frame)
    try coder.code(wide: &sketch)
    try coder.code(wide: &constants)
    try coder.code(&tokens)
  }
}

extension Parameter: Coded {
  package static var blank: Parameter { Parameter(name: "") }

  package mutating func code(_ coder: inout ByteCoder) throws(ByteCoder.Malformed) {
    try coder.code(&name)
    try coder.code(&type)
    try coder.code(&hasDefault)
    try coder.code(&isVariadic)
  }
}

extension CallSummary: Coded {
  package static var blank: CallSummary {
    CallSummary(name: 0, type: 0, module: 0, line: 0, form: .bare, flags: [], arguments: 0, effect: .none)
  }

  package mutating func code(_ coder: inout ByteCoder) throws(ByteCoder.Malformed) {
    try coder.code(&name)
    try coder.code(&type)
    try coder.code(&module)
    try coder.code(&line)
    try coder.code(choice: &form)
    try coder.code(&flags)
    try coder.code(&arguments)
    try coder.code(&effect, of: knownEffects)
    try coder.code(&firstLabel)
    try coder.code(&labelCount)
  }
}

extension CallReference: Coded {
  package static var blank: CallReference { CallReference(form: .bare, name: "") }

  package mutating func code(_ coder: inout ByteCoder) throws(ByteCoder.Malformed) {
    try coder.code(choice: &form)
    try coder.code(&name)
    try coder.code(&type)
    try coder.code(&module)
    try coder.code(&isConstruction)
  }
}

extension TypeSummary: Coded {
  package static var blank: TypeSummary { TypeSummary(name: "", bases: []) }

  package mutating func code(_ coder: inout ByteCoder) throws(ByteCoder.Malformed) {
    try coder.code(&name)
    try coder.code(&bases)
  }
}

extension ModelSummary: Coded {
  package static var blank: ModelSummary { ModelSummary(name: "") }

  package mutating func code(_ coder: inout ByteCoder) throws(ByteCoder.Malformed) {
    try coder.code(&name)
    try coder.code(&keys)
    try coder.code(&versionLine)
  }
}

extension ModelSummary.Key: Coded {
  package static var blank: ModelSummary.Key { ModelSummary.Key(columns: [], line: 0) }

  package mutating func code(_ coder: inout ByteCoder) throws(ByteCoder.Malformed) {
    try coder.code(&columns)
    try coder.code(&line)
  }
}
