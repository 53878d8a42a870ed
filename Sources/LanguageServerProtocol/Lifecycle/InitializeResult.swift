package import JSONText

/// The answer to `initialize`.
package struct InitializeResult: Hashable, Sendable, JSONWritable {
  package var capabilities: ServerCapabilities
  package var serverInfo: ServerInfo

  package init(capabilities: ServerCapabilities, serverInfo: ServerInfo) {
    self.capabilities = capabilities
    self.serverInfo = serverInfo
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("capabilities", capabilities)
      writer.field("serverInfo", serverInfo)
    }
  }
}

/// Who the server is.
package struct ServerInfo: Hashable, Sendable, JSONWritable {
  package var name: String
  package var version: String?

  package init(name: String, version: String? = nil) {
    self.name = name
    self.version = version
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("name", name)
      writer.field("version", ifPresent: version)
    }
  }
}
