// The sources of `Analysis` go here.
