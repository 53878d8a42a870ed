// The tests of `Languages` go here.
