// The tests of `JSONText` go here.
