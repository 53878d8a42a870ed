class Prices {
  static double price(Item item, double rate) {
    double net = item.amount * item.count;
    double tax = net * rate / 100;
    double rest = net % 7;
    return net + tax - rest;
  }

  static int mask(int flags) {
    final int low = flags & 15;
    var high = flags >> 4;
    return low | high ^ 1;
  }
}
