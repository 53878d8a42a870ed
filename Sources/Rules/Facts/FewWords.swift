/// Words for what there is a handful of, as many as the authors of a program, a schema or a setting wrote down; not as
/// many as there are customers.
enum FewWords {
  static func name(_ name: some StringProtocol) -> Bool {
    var said = NameReading.words(name)[...]
    // `languageCode`, `entryPointName`: of what the name or the code is.
    if said.count > 1, let last = said.last, namings.contains(last) { said = said.dropLast() }
    guard let last = said.last else { return false }
    return words.contains(last) || said.count > 1 && words.contains(said.suffix(2).joined())
  }

  private static let namings: Set<String> = ["name", "names", "code", "codes", "key", "keys", "tag", "tags"]
  private static let words: Set<String> = [
    "language", "languages", "locale", "locales", "lang", "langs", "field", "fields", "column", "columns", "type",
    "types", "role", "roles", "permission", "permissions", "plugin", "plugins", "option", "options", "setting",
    "settings", "config", "configs", "configuration", "header", "headers", "encoding", "encodings", "channel",
    "channels", "status", "statuses", "state", "states", "method", "methods", "translation", "translations",
    "translated",
    "param", "params", "parameter", "parameters", "attr", "attrs", "attribute", "attributes", "prop", "props",
    "property", "properties", "arg", "args", "argument", "arguments", "flag", "flags", "feature", "features", "kind",
    "kinds", "extension", "extensions", "suffix", "suffixes", "prefix", "prefixes", "scope", "scopes", "provider",
    "providers", "handler", "handlers", "decorator", "decorators", "annotation", "annotations", "relation",
    "relations", "hook", "hooks", "theme", "themes", "platform", "platforms", "currency", "currencies", "zone",
    "zones", "region", "regions", "module", "modules", "middleware", "middlewares", "converter", "converters",
    "entrypoint", "entrypoints", "ignored", "allowed", "disabled", "enabled",
    "tab", "tabs", "menu", "weekday", "weekdays", "algorithm", "algorithms", "protocol", "protocols",
    "import", "imports", "script", "scripts", "segments", "ep", "eps",
  ]
}
