function label(order, fallback) {
  if (order !== null && order.name !== undefined) {
    return order.name;
  }
  if (fallback == null || !fallback.ready) {
    return "none";
  }
  if (order === fallback && order.total !== 3) {
    return fallback.name;
  }
  const name = order.nick || fallback.nick;
  return name;
}
