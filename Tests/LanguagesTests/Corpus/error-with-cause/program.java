class Payments {
  static Gateway gateway;

  static Order pay(Order order) {
    try {
      gateway.charge(order.total);
    } catch (Exception error) {
      throw new PaymentFailed("charge", order.id, error);
    }
    return order;
  }

  static Settings load(String path) throws CodedException {
    try {
      return parse(read(path));
    } catch (Exception error) {
      if (error.code.equals("missing")) {
        return null;
      }
      throw error;
    }
  }
}
