// The sources of `Workspace` go here.
