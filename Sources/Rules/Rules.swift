// The sources of `Rules` go here.
