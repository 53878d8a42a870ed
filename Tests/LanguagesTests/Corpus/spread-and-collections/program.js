function gather(first, rest, options) {
  const rows = [first, ...rest];
  const settings = { limit: 10, deep: { on: true }, ...options };
  send(...rows);
  send(first, settings["limit"], rows[0].name);
  empty([], {});
  return settings;
}

function forward(target, ...rows) {
  target.log(-1, 2.5, null);
  return target.call(...rows);
}
