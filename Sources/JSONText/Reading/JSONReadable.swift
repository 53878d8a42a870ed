/// A type that can be read from JSON. Reading is total: any value gives an instance or a mismatch.
package protocol JSONReadable {
  init(json: JSONValue) throws(JSONMismatch)
}

extension JSONValue {
  /// The member of that name, which must be there and not null.
  package func required<Value: JSONReadable>(
    _ name: String,
    as type: Value.Type = Value.self
  ) throws(JSONMismatch) -> Value {
    guard let value: Value = try optional(name) else { throw JSONMismatch("is missing", at: [.member(name)]) }
    return value
  }

  /// The member of that name; nil when it is absent or null. Null stands for an object without members, as in messages
  /// whose `params` are null.
  package func optional<Value: JSONReadable>(
    _ name: String,
    as type: Value.Type = Value.self
  ) throws(JSONMismatch) -> Value? {
    let object: JSONObject
    switch self {
    case .object(let members): object = members
    case .null: return nil
    default: throw .expected("an object", found: self)
    }
    guard let member = object[name], member != .null else { return nil }
    do {
      return try Value(json: member)
    } catch {
      throw error.inside(.member(name))
    }
  }

  /// The member of that name; nil also when it is not what was expected. For what may be said but need not be, so that a
  /// mistake in it must not cost the rest: capabilities, hints.
  package func tolerated<Value: JSONReadable>(_ name: String, as type: Value.Type = Value.self) -> Value? {
    guard let member = self[name], member != .null else { return nil }
    do {
      return try Value(json: member)
    } catch {
      return nil
    }
  }

  /// The member of that name as an array that leaves out the elements which are not what was expected.
  package func toleratedElements<Value: JSONReadable>(_ name: String, as type: Value.Type = Value.self) -> [Value]? {
    guard case .array(let elements)? = self[name] else { return nil }
    return elements.compactMap { element in
      do {
        return try Value(json: element)
      } catch {
        return nil
      }
    }
  }

  /// The members that are not named here; none when this is no object.
  package func members(except names: Set<String>) -> JSONObject {
    guard case .object(let object) = self else { return JSONObject() }
    return object.without(names)
  }
}
