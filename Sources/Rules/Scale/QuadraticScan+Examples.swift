extension QuadraticScan {
  static let moreExamples: [RuleExample] = [
    RuleExample(
      "python",
      "A list is looked through for each element",
      """
      def missing(wanted, found: list[str]):
          result = []
          for name in wanted:
              if name not in found:
                 ^^^^^^^^^^^^^^^^^ flagged medium
                  result.append(name)
          return result
      """
    ),
    RuleExample(
      "python",
      "A set is asked",
      """
      def missing(wanted, rows):
          found = set(row.name for row in rows)
          return [name for name in wanted if name not in found]
                                             ^^^^^^^^^^^^^^^^^ checked

      def allowed(names):
          return [name for name in names if name in ("read", "write")]

      def known(names, index):
          return [name for name in names if name in index]
      """
    ),
    RuleExample(
      "python",
      "Every pair is compared",
      """
      def join(orders, customers):
          for order in orders:
              for customer in customers:
                  if customer.id == order.customer_id:
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
                      order.customer = customer
      """
    ),
    RuleExample(
      "python",
      "Children of each parent, and a grid",
      """
      def totals(orders):
          for order in orders:
              for line in order.lines:
                  if line.order_id == order.id:
                      order.total += line.amount

      def neighbours(width, height):
          return [(x, y) for x in range(width) for y in range(height)]
      """
    ),
    RuleExample(
      "javascript",
      "Looked through for each element",
      """
      export function withCustomers(orders, customers) {
        return orders.map((order) => ({
          ...order,
          customer: customers.find((customer) => customer.id === order.customerId),
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        }));
      }
      """
    ),
    RuleExample(
      "javascript",
      "Copied in each round",
      """
      export function byId(items) {
        return items.reduce((all, item) => ({ ...all, [item.id]: item }), {});
                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      }
      """
    ),
    RuleExample(
      "javascript",
      "A map is built once",
      """
      export function withCustomers(orders, customers) {
        const byId = new Map(customers.map((customer) => [customer.id, customer]));
        return orders.map((order) => ({ ...order, customer: byId.get(order.customerId) }));
      }

      export function shown(columns) {
        return columns.filter((column) => ["id", "name"].includes(column));
      }
      """
    ),
    RuleExample(
      "typescript",
      "Membership in an array",
      """
      export function added(before: string[], after: string[]): string[] {
        return after.filter((name) => !before.includes(name));
                                       ^^^^^^^^^^^^^^^^^^^^^ flagged medium
      }
      """
    ),
    RuleExample(
      "typescript",
      "Membership in a set",
      """
      export function added(before: string[], after: string[]): string[] {
        const known = new Set(before);
        return after.filter((name) => !known.has(name));
      }
      """
    ),
    RuleExample(
      "java",
      "A list is asked for each element",
      """
      import java.util.ArrayList;
      import java.util.List;

      class Names {
        List<String> missing(List<String> wanted, List<String> found) {
          List<String> result = new ArrayList<>();
          for (String name : wanted) {
            if (!found.contains(name)) {
                 ^^^^^^^^^^^^^^^^^^^^ flagged medium
              result.add(name);
            }
          }
          return result;
        }
      }
      """
    ),
    RuleExample(
      "java",
      "A set is asked for each element",
      """
      import java.util.ArrayList;
      import java.util.HashSet;
      import java.util.List;

      class Names {
        List<String> missing(List<String> wanted, List<String> found) {
          var known = new HashSet<>(found);
          List<String> result = new ArrayList<>();
          for (String name : wanted) {
            if (!known.contains(name)) {
                 ^^^^^^^^^^^^^^^^^^^^ checked
              result.add(name);
            }
          }
          return result;
        }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "Looked through for each element",
      """
      fun customers(orders: List<Order>, customers: List<Customer>): List<Customer?> =
        orders.map { order -> customers.firstOrNull { it.id == order.customerId } }
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      """
    ),
    RuleExample(
      "kotlin",
      "A map is built once",
      """
      fun customers(orders: List<Order>, customers: List<Customer>): List<Customer?> {
        val byId = customers.associateBy { it.id }
        return orders.map { order -> byId[order.customerId] }
      }
      """
    ),
    RuleExample(
      "go",
      "A slice is asked for each element",
      """
      package names

      import "slices"

      func Missing(wanted, found []string) []string {
          var result []string
          for _, name := range wanted {
              if !slices.Contains(found, name) {
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
                  result = append(result, name)
              }
          }
          return result
      }
      """
    ),
  ]
}
