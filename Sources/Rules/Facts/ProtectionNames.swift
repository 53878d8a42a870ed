/// What the names of checks say about what they check.
enum ProtectionNames {
  /// A call by which a handler says no: `abort(403)`, `HttpResponseForbidden()`, `redirect(login)`.
  static func refuses(_ name: String) -> Bool {
    NameReading.words(NameReading.last(name)).contains { refusals.contains($0) }
  }

  private static let refusals: Set<String> = [
    "abort", "forbidden", "unauthorized", "denied", "deny", "redirect", "reject", "refuse", "bad", "invalid", "error",
    "fail", "failure", "found", "throw", "err", "unavailable", "unauthenticated", "conflict",
  ]

  /// Who may do something.
  static func isPermission(_ words: [String]) -> Bool {
    if words.contains(where: { permissionWords.contains($0) }) { return true }
    return zip(words, words.dropFirst()).contains { permissionPairs.contains($0 + " " + $1) }
  }

  private static let permissionWords: Set<String> = [
    "permission", "permissions", "perm", "perms", "authorize", "authorise", "authorized", "authorised", "authorization",
    "unauthorized", "authenticated", "authenticate", "unauthenticated", "superuser", "staff", "acl", "policy",
    "policies",
    "rbac", "forbidden", "ownership", "owner", "owners", "csrf", "entitlement", "entitled", "privilege", "privileges",
    "privileged", "anonymous",
  ]
  private static let permissionPairs: Set<String> = [
    "login required", "logged in", "is admin", "is staff", "is owner", "is superuser", "has role", "has access",
    "can access", "can edit", "can delete", "can update", "can create", "can view", "can read", "can write",
    "can manage", "can publish", "require auth", "requires auth", "require login", "requires login", "require admin",
    "requires admin", "require user", "require role", "requires role", "use guards", "owner id", "check access",
    "access control", "user can", "allow any", "is auth", "auth guard", "roles allowed", "sign in",
  ]

  /// Whose a record is.
  static func isTenancy(_ words: [String]) -> Bool {
    if words.contains(where: { tenancyWords.contains($0) }) { return true }
    let text = words.joined(separator: " ")
    return tenancyNames.contains(text)
  }

  private static let tenancyWords: Set<String> = ["tenant", "tenancy", "owner"]
  private static let tenancyNames: Set<String> = [
    "team id", "organization id", "organisation id", "org id", "workspace id", "account id", "company id", "user id",
    "customer id", "organization", "organisation", "account", "workspace", "owned by", "created by", "created by id",
    "channel id", "site id",
  ]

  /// Whether something was done already.
  static func isDeduplication(_ words: [String]) -> Bool { words.contains { deduplicationWords.contains($0) } }

  private static let deduplicationWords: Set<String> = [
    "idempotency", "idempotent", "dedup", "dedupe", "duplicate", "duplicates", "processed", "deduplicate",
  ]

  /// A call that raises, or says no, where what it is given is not right.
  static func isValidation(_ words: [String]) -> Bool {
    // `onEscape()` tells somebody of a key.
    words.first != "on" && words.contains { validationWords.contains($0) }
  }

  private static let validationWords: Set<String> = [
    "validate", "validates", "validated", "validation", "validator", "sanitize", "sanitise", "sanitized", "escape",
    "escaped", "verify", "verifies", "check", "checks", "ensure", "ensures", "assert", "asserts", "invariant",
    "require",
    "requires", "clean", "guard", "purify", "strip_tags", "authorize", "authorise", "permit", "quote",
  ]

  /// How much is taken at most.
  static func isLimit(_ label: String) -> Bool { limits.contains(label.lowercased()) }

  private static let limits: Set<String> = [
    "limit", "max_length", "maxlength", "max_size", "maxsize", "take", "page_size", "pagesize", "per_page", "perpage",
    "max_results", "maxresults", "max_items", "maxitems", "maxbodysize", "max_body_size", "max_entries", "maxcount",
    "max_count", "top", "batch_size", "maxbytes", "max_bytes", "max_attempts", "max_depth", "maxdepth",
  ]

  /// Flags whose value decides whether something happens for real.
  static func isSafetyFlag(_ words: [String]) -> Bool? {
    let text = words.joined(separator: " ")
    if ["dry run", "dryrun", "confirm", "confirmation", "safe", "read only", "readonly", "interactive"].contains(text) {
      return true
    }
    if ["force", "forced", "yes", "assume yes", "destructive", "skip checks", "skip validation"].contains(text) {
      return false
    }
    return nil
  }

  /// Conditions that are about where and how the code runs, not about what it may do.
  static func isEnvironment(_ words: [String]) -> Bool { words.contains { environmentWords.contains($0) } }

  private static let environmentWords: Set<String> = [
    "py2", "py3", "pypy", "debug", "verbose", "verbosity", "checking", "loglevel", "isatty", "trace",
  ]

  /// Whether a name that is not the unit's own stands for what the code runs in.
  ///
  /// - Parameter root: the first part of the name, in small letters.
  /// - Parameter words: of all of the name.
  static func isSurroundings(_ root: String, _ words: [String]) -> Bool {
    if hosts.contains(root) { return true }
    return words.allSatisfy { versionWords.contains($0) }
      || systems.contains(root)
        && words.contains { versionWords.contains($0) }
  }

  private static let hosts: Set<String> = ["window", "document", "logger", "logging", "log", "django"]
  private static let systems: Set<String> = [
    "sys", "os", "platform", "process", "runtime", "system", "environment", "settings", "config", "conf",
  ]
  private static let versionWords: Set<String> = [
    "version", "versions", "platform", "windows", "win32", "darwin", "nodejs", "info", "php", "ruby", "id",
    "enabled_for",
  ]
}
