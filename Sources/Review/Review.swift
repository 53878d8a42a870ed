// The sources of `Review` go here.
