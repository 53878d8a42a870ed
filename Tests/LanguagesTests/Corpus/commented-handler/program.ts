function removeFile(path: string): void {
  try {
    unlink(path);
  } catch {
    // gone already
  }
}
