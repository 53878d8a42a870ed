// The tests of `Knowledge` go here.
