package import SourceText

extension ReportRange: Coded {
  package static var blank: ReportRange { ReportRange(startLine: 1, startColumn: 1, endLine: 1, endColumn: 1) }

  package mutating func code(_ coder: inout ByteCoder) throws(ByteCoder.Malformed) {
    try coder.code(&startLine)
    try coder.code(&startColumn)
    try coder.code(&endLine)
    try coder.code(&endColumn)
  }
}
