// The sources of `Behaviour` go here.
