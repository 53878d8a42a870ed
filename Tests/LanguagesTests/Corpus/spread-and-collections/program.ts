function gather(first: Row, rest: Row[], options: Options): Settings {
  const rows: Row[] = [first, ...rest];
  const settings = { limit: 10, deep: { on: true }, ...options } as Settings;
  send(...rows);
  send(first, settings["limit"], rows[0].name);
  empty([], {});
  return settings;
}

function forward(target: Target, ...rows: Row[]): void {
  target.log(-1, 2.5, null);
  return target.call(...rows);
}
