// The tests of `LanguageServerProtocol` go here.
