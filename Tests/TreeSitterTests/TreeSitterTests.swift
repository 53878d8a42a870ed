// The tests of `TreeSitter` go here.
