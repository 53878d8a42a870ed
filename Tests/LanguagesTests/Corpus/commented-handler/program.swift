func removeFile(path: String) {
  do {
    try unlink(path)
  } catch {
    // gone already
  }
}
