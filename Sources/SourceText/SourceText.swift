// The sources of `SourceText` go here.
