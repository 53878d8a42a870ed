extension WorkspaceCache {
  /// Opens the cache of the workspace that some paths belong to, as the environment and the configuration have it.
  ///
  /// - Returns: nil where there is to be none, or this build cannot be told from others.
  package static func open(
    for paths: [FilePath],
    _ configuration: Configuration,
    environment: ProcessEnvironment = .current
  ) throws(CacheProblem) -> WorkspaceCache? {
    let root = Discovery.workspaceRoot(of: paths)
    // What is not there has no path of its own, and is nothing to keep anything of.
    guard configuration.usesCache, root.isAbsolute, let place = CachePlace(environment),
      let engine = EngineID.current
    else {
      return nil
    }
    return try open(
      root,
      in: place,
      engine: engine,
      limit: min(100_000, max(1, configuration.cacheMegabytes)) << 20
    )
  }
}
