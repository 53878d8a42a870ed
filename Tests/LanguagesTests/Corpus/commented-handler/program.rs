fn remove_file(path: &Path) {
    if let Err(_) = unlink(path) {
        // gone already
    }
}
