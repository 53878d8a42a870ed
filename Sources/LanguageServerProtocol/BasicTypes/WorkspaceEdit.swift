package import JSONText

/// Edits of one or more documents.
package struct WorkspaceEdit: Hashable, Sendable {
  /// The edits of one document, without its version.
  package struct FileEdits: Hashable, Sendable {
    package var uri: DocumentURI
    package var edits: [LSPTextEdit]

    package init(uri: DocumentURI, edits: [LSPTextEdit]) {
      self.uri = uri
      self.edits = edits
    }
  }

  /// A step of `documentChanges`.
  package enum DocumentChange: Hashable, Sendable {
    case edit(TextDocumentEdit)
    /// Creates, renames or deletes a file, or is of a kind that came after this was written.
    case other(JSONValue)
  }

  /// For every client. Each document occurs once.
  package var changes: [FileEdits]?
  /// Only for clients that declare `documentChanges`; those that do then take this and leave `changes` alone.
  package var documentChanges: [DocumentChange]?
  /// By name. Only for clients that declare annotations.
  package var changeAnnotations: [ChangeAnnotation]?

  package init(
    changes: [FileEdits]? = nil,
    documentChanges: [DocumentChange]? = nil,
    changeAnnotations: [ChangeAnnotation]? = nil
  ) {
    self.changes = changes
    self.documentChanges = documentChanges
    self.changeAnnotations = changeAnnotations
  }
}

extension WorkspaceEdit: JSONReadable, JSONWritable {
  package init(json: JSONValue) throws(JSONMismatch) {
    changes = try json.optional("changes", as: Changes.self)?.files
    documentChanges = try json.optional("documentChanges")
    changeAnnotations = try json.optional("changeAnnotations", as: Annotations.self)?.list
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      if let changes {
        writer.field("changes", object: { for file in changes { $0.field(file.uri.text, file.edits) } })
      }
      writer.field("documentChanges", ifPresent: documentChanges)
      if let changeAnnotations {
        writer.field("changeAnnotations", object: { for one in changeAnnotations { $0.field(one.id, one) } })
      }
    }
  }
}

extension WorkspaceEdit.DocumentChange: JSONReadable, JSONWritable {
  package init(json: JSONValue) throws(JSONMismatch) {
    self = json["kind"] == nil ? .edit(try TextDocumentEdit(json: json)) : .other(json)
  }

  package func write(to writer: inout JSONWriter) {
    switch self {
    case .edit(let edit): edit.write(to: &writer)
    case .other(let json): json.write(to: &writer)
    }
  }
}

private struct Changes: JSONReadable {
  let files: [WorkspaceEdit.FileEdits]

  init(json: JSONValue) throws(JSONMismatch) {
    var files: [WorkspaceEdit.FileEdits] = []
    for member in try JSONObject(json: json).members {
      files.append(WorkspaceEdit.FileEdits(uri: DocumentURI(member.name), edits: try json.required(member.name)))
    }
    self.files = files
  }
}

private struct Annotations: JSONReadable {
  let list: [ChangeAnnotation]

  init(json: JSONValue) throws(JSONMismatch) {
    var list: [ChangeAnnotation] = []
    for member in try JSONObject(json: json).members {
      do {
        list.append(try ChangeAnnotation(id: member.name, json: member.value))
      } catch {
        throw error.inside(.member(member.name))
      }
    }
    self.list = list
  }
}
