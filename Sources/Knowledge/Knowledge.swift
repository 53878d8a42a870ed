// The sources of `Knowledge` go here.
