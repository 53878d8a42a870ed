package files

func removeFile(path string) {
	if err := unlink(path); err != nil {
		// gone already
	}
}
