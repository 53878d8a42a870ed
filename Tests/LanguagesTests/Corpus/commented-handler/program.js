function removeFile(path) {
  try {
    unlink(path);
  } catch {
    // gone already
  }
}
