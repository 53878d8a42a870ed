class Files {
  static void removeFile(String path) {
    try {
      unlink(path);
    } catch (Throwable _) {
      // gone already
    }
  }
}
