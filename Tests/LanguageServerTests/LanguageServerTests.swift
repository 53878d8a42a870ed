// The tests of `LanguageServer` go here.
