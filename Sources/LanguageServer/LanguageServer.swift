// The sources of `LanguageServer` go here.
