// The tests of `Review` go here.
