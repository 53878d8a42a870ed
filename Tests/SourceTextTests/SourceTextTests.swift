// The tests of `SourceText` go here.
