// The sources of `LanguageServerProtocol` go here.
