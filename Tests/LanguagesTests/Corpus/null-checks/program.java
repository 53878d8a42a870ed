import java.util.Objects;

class Labels {
  static Object label(Order order, Order fallback) {
    if (order != null && Objects.nonNull(order.name)) {
      return order.name;
    }
    if (fallback == null || !fallback.ready) return "none";
    if (order.equals(fallback) && order.total != 3) {
      return fallback.name;
    }
    boolean name = order.nick || fallback.nick;
    return name;
  }
}
