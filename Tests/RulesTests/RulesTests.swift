// The tests of `Rules` go here.
