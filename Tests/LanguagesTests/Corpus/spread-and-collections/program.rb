def gather(first, rest, options)
  rows = [first, *rest]
  settings = { limit: 10, deep: { on: true }, **options }
  send(*rows)
  send(first, settings[:limit], rows[0].name)
  empty([], {})
  settings
end

def forward(target, *rows)
  target.log(-1, 2.5, nil)
  target.call(*rows)
end
