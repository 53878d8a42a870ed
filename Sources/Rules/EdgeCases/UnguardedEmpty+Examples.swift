extension UnguardedEmpty {
  static let moreExamples: [RuleExample] = [
    RuleExample(
      "python",
      "The average of no orders",
      """
      def average_order_value(orders):
          total = sum(order.total for order in orders)
          return total / len(orders)
                 ^^^^^^^^^^^^^^^^^^^ flagged high
      """
    ),
    RuleExample(
      "python",
      "No orders have an answer of their own",
      """
      def average_order_value(orders):
          if not orders:
              return None
          total = sum(order.total for order in orders)
          return total / len(orders)
                 ^^^^^^^^^^^^^^^^^^^ checked
      """
    ),
    RuleExample(
      "python",
      "Whether the call can give nothing is not to be seen",
      """
      class Report:
          def average(self, day):
              samples = self.store.samples_of(day)
              return sum(s.value for s in samples) / len(samples)
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
      """
    ),
    RuleExample(
      "python",
      "A helper of the module divides by what its callers give it",
      """
      def _mean(values):
          return sum(values) / len(values)
                 ^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
      """
    ),
    RuleExample(
      "python",
      "The largest of none",
      """
      def most_expensive(products):
          best = max(products, key=lambda product: product.price)
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          return best.name
      """
    ),
    RuleExample(
      "python",
      "A default for none",
      """
      def highest_price(products):
          return max((product.price for product in products), default=0)

      def average(values):
          return sum(values) / (len(values) or 1)
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked

      def share(part, whole):
          try:
              return part / len(whole)
          except ZeroDivisionError:
              return 0.0
      """
    ),
    RuleExample(
      "python",
      "The first row of a query that may find none",
      """
      import sqlite3

      def last_login(path, user_id):
          connection = sqlite3.connect(path)
          rows = connection.execute("SELECT at FROM logins WHERE user_id = ? ORDER BY at DESC", (user_id,)).fetchall()
          return rows[0]["at"]
                 ^^^^^^^ flagged medium
      """
    ),
    RuleExample(
      "python",
      "A count has one row whatever the table holds",
      """
      import sqlite3

      def logins(path, user_id):
          connection = sqlite3.connect(path)
          rows = connection.execute("SELECT COUNT(*) FROM logins WHERE user_id = ?", (user_id,)).fetchall()
          return rows[0][0]
      """
    ),
    RuleExample(
      "python",
      "Inside of a loop over it there is one at least",
      """
      def progress(tasks, report):
          for number, task in enumerate(tasks):
              task.run()
              report(number / len(tasks))

      def parts(line, counts):
          head = line.split(":")[0]
          counts.append(head)
          return counts[-1]
      """
    ),
    RuleExample(
      "python",
      "That there are some does not say that some are left",
      """
      def average_paid(orders):
          if not orders:
              return 0
          paid = [order for order in orders if order.paid]
          return sum(order.total for order in paid) / len(orders)
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      """
    ),
    RuleExample(
      "python",
      "One that fits, or an error that names nothing",
      """
      def find_line(lines, line_id):
          return next(line for line in lines if line.id == line_id)
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      """
    ),
  ]
}
