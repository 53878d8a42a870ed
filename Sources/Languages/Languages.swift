// The sources of `Languages` go here.
