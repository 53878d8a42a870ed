// The sources of `TreeSitter` go here.
