// The tests of `Analysis` go here.
