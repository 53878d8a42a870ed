fun removeFile(path: String) {
  try {
    unlink(path)
  } catch (_: Exception) {
    // gone already
  }
}
