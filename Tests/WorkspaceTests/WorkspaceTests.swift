// The tests of `Workspace` go here.
