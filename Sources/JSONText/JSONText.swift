// The sources of `JSONText` go here.
