extension RemovedGuard {
  static let examples: [RuleExample] = [
    RuleExample(
      "python",
      "Who may do this is no longer asked",
      baseline: """
        def refund(user, payment):
            if not user.has_perm("refund"):
                raise PermissionError("not allowed")
            gateway.refund(payment)
        """,
      """
      def refund(user, payment):
          gateway.refund(payment)
          ^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      """
    ),
    RuleExample(
      "python",
      "The same check, written another way",
      baseline: """
        def ship(order):
            if order.address is None:
                raise ValueError("no address")
            carrier.ship(order)
        """,
      """
      def ship(order):
          ^^^^ checked
          if order.address is not None:
              carrier.ship(order)
          else:
              raise ValueError("no address")
      """
    ),
    RuleExample(
      "python",
      "A call that may hold the old check",
      baseline: """
        def reserve(stock, amount):
            if amount > stock.available:
                raise ValueError("out of stock")
            store.reserve(stock, amount)
        """,
      """
      def reserve(stock, amount):
          policy.ensure_available(stock, amount)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          store.reserve(stock, amount)
      """
    ),
    RuleExample(
      "typescript",
      "Whose order this is is no longer asked",
      baseline: """
        export async function pay(order: Order, userId: string) {
          if (order.ownerId !== userId) {
            throw new Error("not the owner");
          }
          await gateway.charge(order.total);
        }
        """,
      """
      export async function pay(order: Order, userId: string) {
        await gateway.charge(order.total);
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      }
      """
    ),
    RuleExample(
      "typescript",
      "The check moved into a function that is called in its place",
      baseline: """
        export async function pay(order: Order, userId: string) {
          if (order.ownerId !== userId) {
            throw new Error("not the owner");
          }
          await gateway.charge(order.total);
        }
        """,
      """
      function assertOwner(order: Order, userId: string) {
        if (order.ownerId !== userId) {
          throw new Error("not the owner");
        }
      }

      export async function pay(order: Order, userId: string) {
        assertOwner(order, userId);
        ^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        await gateway.charge(order.total);
      }
      """
    ),
    RuleExample(
      "typescript",
      "What was guarded is gone, too",
      baseline: """
        export function label(order: Order) {
          if (order.items.length === 0) {
            return "";
          }
          return order.items[0].name;
        }
        """,
      """
      export function label(order: Order) {
        return order.title;
      }
      """
    ),
  ]
}
