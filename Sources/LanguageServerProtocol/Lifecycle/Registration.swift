package import JSONText

/// `client/registerCapability`: the server offers something, or wants to be told something, from now on. Only for what
/// the client declared as `dynamicRegistration`.
package struct RegisterCapabilityRequest: ServerRequest, Hashable {
  package static let method = "client/registerCapability"
  package typealias Reply = NoResult

  package var registrations: [Registration]

  package init(registrations: [Registration]) { self.registrations = registrations }

  package func write(to writer: inout JSONWriter) {
    writer.object { $0.field("registrations", registrations) }
  }
}

/// One thing that is registered.
package struct Registration: Hashable, Sendable, JSONWritable {
  /// By which it can be taken back.
  package var id: String
  package var method: String
  package var registerOptions: JSONValue?

  package init(id: String, method: String, registerOptions: JSONValue? = nil) {
    self.id = id
    self.method = method
    self.registerOptions = registerOptions
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("id", id)
      writer.field("method", method)
      writer.field("registerOptions", ifPresent: registerOptions)
    }
  }
}

/// `client/unregisterCapability`: takes registrations back.
package struct UnregisterCapabilityRequest: ServerRequest, Hashable {
  package static let method = "client/unregisterCapability"
  package typealias Reply = NoResult

  package struct Unregistration: Hashable, Sendable, JSONWritable {
    package var id: String
    package var method: String

    package init(id: String, method: String) {
      self.id = id
      self.method = method
    }

    package func write(to writer: inout JSONWriter) {
      writer.object { writer in
        writer.field("id", id)
        writer.field("method", method)
      }
    }
  }

  package var unregistrations: [Unregistration]

  package init(unregistrations: [Unregistration]) { self.unregistrations = unregistrations }

  package func write(to writer: inout JSONWriter) {
    // The specification's own slip, kept by every client.
    writer.object { $0.field("unregisterations", unregistrations) }
  }
}
