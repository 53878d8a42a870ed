// The tests of `Behaviour` go here.
