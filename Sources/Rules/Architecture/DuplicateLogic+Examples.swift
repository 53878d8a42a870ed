let duplicateLogicExamples: [RuleExample] = [
  RuleExample(
    "python",
    "The same sum under another name",
    path: "src/invoice.py",
    others: [
      "src/cart.py": """
      def cart_total(order, customer):
          total = 0
          for line in order.lines:
              price = line.price * line.count
              if line.reduced:
                  price = price * 0.5
              if customer.is_member and price > 20:
                  price = price - 5
              total += price
          if total < 50 and not customer.is_member:
              total += 6
          return total
      """
    ],
    """
    def amount_due(order, customer):
        ^^^^^^^^^^ flagged medium
        amount = 0
        for row in order.rows:
            price = row.price * row.count
            if row.reduced:
                price = price * 0.5
            if customer.is_member and price > 20:
                price = price - 5
            amount += price
        if amount < 50 and not customer.is_member:
            amount += 6
        return amount
    """
  ),
  RuleExample(
    "python",
    "A copy in which one number differs",
    path: "src/quotes.py",
    baseline: "",
    others: [
      "src/cart.py": """
      def cart_total(order, customer):
          total = 0
          for line in order.lines:
              price = line.price * line.count
              if line.reduced:
                  price = price * 0.5
              if customer.is_member and price > 20:
                  price = price - 5
              total += price
          if total < 50 and not customer.is_member:
              total += 6
          return total
      """
    ],
    """
    def quote_total(order, customer):
        ^^^^^^^^^^^ flagged high
        total = 0
        for line in order.lines:
            price = line.price * line.count
            if line.reduced:
                price = price * 0.5
            if customer.is_member and price > 20:
                price = price - 5
            total += price
        if total < 50 and not customer.is_member:
            total += 9
        return total
    """
  ),
  RuleExample(
    "python",
    "Programs that are deployed apart",
    path: "services/mail/totals.py",
    others: [
      "services/cart/totals.py": """
      def cart_total(order, customer):
          total = 0
          for line in order.lines:
              price = line.price * line.count
              if line.reduced:
                  price = price * 0.5
              if customer.is_member and price > 20:
                  price = price - 5
              total += price
          if total < 50 and not customer.is_member:
              total += 6
          return total
      """
    ],
    """
    def order_total(order, customer):
        ^^^^^^^^^^^ unverified
        total = 0
        for line in order.lines:
            price = line.price * line.count
            if line.reduced:
                price = price * 0.5
            if customer.is_member and price > 20:
                price = price - 5
            total += price
        if total < 50 and not customer.is_member:
            total += 6
        return total
    """
  ),
  RuleExample(
    "python",
    "It asks the other for it",
    path: "src/invoice.py",
    baseline: """
      def amount_due(order, customer):
          total = 0
          for line in order.lines:
              price = line.price * line.count
              if line.reduced:
                  price = price * 0.5
              if customer.is_member and price > 20:
                  price = price - 5
              total += price
          if total < 50 and not customer.is_member:
              total += 6
          return total
      """,
    others: [
      "src/cart.py": """
      def cart_total(order, customer):
          total = 0
          for line in order.lines:
              price = line.price * line.count
              if line.reduced:
                  price = price * 0.5
              if customer.is_member and price > 20:
                  price = price - 5
              total += price
          if total < 50 and not customer.is_member:
              total += 6
          return total
      """
    ],
    """
    from src.cart import cart_total

    def amount_due(order, customer):
        return cart_total(order, customer)
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
    """
  ),
  RuleExample(
    "python",
    "Alike in part, and named alike",
    path: "src/invoice.py",
    others: [
      "src/cart.py": """
      def order_total(order, customer):
          total = 0
          for line in order.lines:
              price = line.price * line.count
              if line.reduced:
                  price = price * 0.5
              if customer.is_member and price > 20:
                  price = price - 5
              total += price
          if total < 50 and not customer.is_member:
              total += 6
          return total
      """
    ],
    """
    def invoice_order_total(order, customer):
        ^^^^^^^^^^^^^^^^^^^ unverified
        total = 0
        for line in order.lines:
            price = line.price * line.count
            if line.reduced:
                price = price * 0.5
            if customer.is_member and price > 20:
                price = price - 5
            total += price
        if order.express:
            return total + order.fee
        return total
    """
  ),
  RuleExample(
    "python",
    "The methods of two types answer one demand",
    path: "src/b.py",
    others: [
      "src/a.py": """
      class Cart:
          def total(self, order, customer):
              total = 0
              for line in order.lines:
                  price = line.price * line.count
                  if line.reduced:
                      price = price * 0.5
                  if customer.is_member and price > 20:
                      price = price - 5
                  total += price
              if total < 50 and not customer.is_member:
                  total += 6
              return total
      """
    ],
    """
    class Invoice:
        def total(self, order, customer):
            total = 0
            for line in order.lines:
                price = line.price * line.count
                if line.reduced:
                    price = price * 0.5
                if customer.is_member and price > 20:
                    price = price - 5
                total += price
            if total < 50 and not customer.is_member:
                total += 6
            return total
    """
  ),
  RuleExample(
    "python",
    "Tests may repeat each other",
    path: "tests/helpers.py",
    others: [
      "src/cart.py": """
      def cart_total(order, customer):
          total = 0
          for line in order.lines:
              price = line.price * line.count
              if line.reduced:
                  price = price * 0.5
              if customer.is_member and price > 20:
                  price = price - 5
              total += price
          if total < 50 and not customer.is_member:
              total += 6
          return total
      """
    ],
    """
    def expected_total(order, customer):
        total = 0
        for line in order.lines:
            price = line.price * line.count
            if line.reduced:
                price = price * 0.5
            if customer.is_member and price > 20:
                price = price - 5
            total += price
        if total < 50 and not customer.is_member:
            total += 6
        return total
    """
  ),
  RuleExample(
    "javascript",
    "The same sum under another name",
    path: "src/invoice.js",
    others: [
      "src/cart.js": """
      export function cartTotal(order, customer) {
        let total = 0
        for (const line of order.lines) {
          let price = line.price * line.count
          if (line.reduced) {
            price = price * 0.5
          }
          if (customer.isMember && price > 20) {
            price = price - 5
          }
          total += price
        }
        if (total < 50 && !customer.isMember) {
          total += 6
        }
        return total
      }
      """
    ],
    """
    export function amountDue(order, customer) {
                    ^^^^^^^^^ flagged medium
      let sum = 0
      for (const line of order.lines) {
        let price = line.price * line.count
        if (line.reduced) {
          price = price * 0.5
        }
        if (customer.isMember && price > 20) {
          price = price - 5
        }
        sum += price
      }
      if (sum < 50 && !customer.isMember) {
        sum += 6
      }
      return sum
    }
    """
  ),
  RuleExample(
    "javascript",
    "Too small to be a rule of the business",
    path: "src/b.js",
    others: [
      "src/a.js": """
      export const twice = (x) => (x > 0 ? x * 2 : 0)
      """
    ],
    """
    export const double = (x) => (x > 0 ? x * 2 : 0)
    """
  ),
  RuleExample(
    "typescript",
    "The same sum under another name",
    path: "src/invoice.ts",
    others: [
      "src/cart.ts": """
      export function cartTotal(order: Order, customer: Customer): number {
        let total = 0
        for (const line of order.lines) {
          let price = line.price * line.count
          if (line.reduced) {
            price = price * 0.5
          }
          if (customer.isMember && price > 20) {
            price = price - 5
          }
          total += price
        }
        if (total < 50 && !customer.isMember) {
          total += 6
        }
        return total
      }
      """
    ],
    """
    export function amountDue(order: Order, customer: Customer): number {
                    ^^^^^^^^^ flagged medium
      let total = 0
      for (const line of order.lines) {
        let price = line.price * line.count
        if (line.reduced) {
          price = price * 0.5
        }
        if (customer.isMember && price > 20) {
          price = price - 5
        }
        total += price
      }
      if (total < 50 && !customer.isMember) {
        total += 6
      }
      return total
    }
    """
  ),
  RuleExample(
    "typescript",
    "Too small to be a rule of the business",
    path: "src/b.ts",
    others: [
      "src/a.ts": """
      export function twice(x: number): number { return x > 0 ? x * 2 : 0 }
      """
    ],
    """
    export function double(x: number): number { return x > 0 ? x * 2 : 0 }
    """
  ),
  RuleExample(
    "java",
    "The same sum under another name",
    path: "src/main/java/com/acme/invoice/Invoices.java",
    others: [
      "src/main/java/com/acme/cart/Carts.java": """
      package com.acme.cart;

      public class Carts {
          public int cartTotal(Order order, Customer customer) {
              int total = 0;
              for (Line line : order.lines()) {
                  int price = line.price() * line.count();
                  if (line.isReduced()) {
                      price = price / 2;
                  }
                  if (customer.isMember() && price > 20) {
                      price = price - 5;
                  }
                  total += price;
              }
              if (total < 50 && !customer.isMember()) {
                  total += 6;
              }
              return total;
          }
      }
      """
    ],
    """
    package com.acme.invoice;

    public class Invoices {
        public int amountDue(Order order, Customer customer) {
                   ^^^^^^^^^ flagged medium
            int total = 0;
            for (Line line : order.lines()) {
                int price = line.price() * line.count();
                if (line.isReduced()) {
                    price = price / 2;
                }
                if (customer.isMember() && price > 20) {
                    price = price - 5;
                }
                total += price;
            }
            if (total < 50 && !customer.isMember()) {
                total += 6;
            }
            return total;
        }
    }
    """
  ),
  RuleExample(
    "java",
    "Too small to be a rule of the business",
    path: "src/B.java",
    others: [
      "src/A.java": """
      class A { int doubled(int x) { return x > 0 ? x * 2 : 0; } }
      """
    ],
    """
    class B { int twice(int x) { return x > 0 ? x * 2 : 0; } }
    """
  ),
  RuleExample(
    "kotlin",
    "The same sum under another name",
    path: "src/main/kotlin/com/acme/invoice/Invoices.kt",
    others: [
      "src/main/kotlin/com/acme/cart/Carts.kt": """
      package com.acme.cart

      fun cartTotal(order: Order, customer: Customer): Int {
          var total = 0
          for (line in order.lines) {
              var price = line.price * line.count
              if (line.isReduced) {
                  price = price / 2
              }
              if (customer.isMember && price > 20) {
                  price = price - 5
              }
              total += price
          }
          if (total < 50 && !customer.isMember) {
              total += 6
          }
          return total
      }
      """
    ],
    """
    package com.acme.invoice

    fun amountDue(order: Order, customer: Customer): Int {
        ^^^^^^^^^ flagged medium
        var total = 0
        for (line in order.lines) {
            var price = line.price * line.count
            if (line.isReduced) {
                price = price / 2
            }
            if (customer.isMember && price > 20) {
                price = price - 5
            }
            total += price
        }
        if (total < 50 && !customer.isMember) {
            total += 6
        }
        return total
    }
    """
  ),
  RuleExample(
    "kotlin",
    "Too small to be a rule of the business",
    path: "src/b.kt",
    others: [
      "src/a.kt": """
      fun doubled(x: Int): Int = if (x > 0) x * 2 else 0
      """
    ],
    """
    fun twice(x: Int): Int = if (x > 0) x * 2 else 0
    """
  ),
  RuleExample(
    "go",
    "The same sum under another name",
    path: "invoice/invoice.go",
    others: [
      "cart/cart.go": """
      package cart

      func CartTotal(order Order, customer Customer) int {
      	total := 0
      	for _, line := range order.Lines {
      		price := line.Price * line.Count
      		if line.Reduced {
      			price = price / 2
      		}
      		if customer.Member && price > 20 {
      			price = price - 5
      		}
      		total += price
      	}
      	if total < 50 && !customer.Member {
      		total += 6
      	}
      	return total
      }
      """
    ],
    """
    package invoice

    func AmountDue(order Order, customer Customer) int {
         ^^^^^^^^^ flagged medium
    	total := 0
    	for _, line := range order.Lines {
    		price := line.Price * line.Count
    		if line.Reduced {
    			price = price / 2
    		}
    		if customer.Member && price > 20 {
    			price = price - 5
    		}
    		total += price
    	}
    	if total < 50 && !customer.Member {
    		total += 6
    	}
    	return total
    }
    """
  ),
  RuleExample(
    "go",
    "Too small to be a rule of the business",
    path: "b/b.go",
    others: [
      "a/a.go": """
      package a

      func Doubled(x int) int {
      	if x > 0 {
      		return x * 2
      	}
      	return 0
      }
      """
    ],
    """
    package b

    func Twice(x int) int {
    	if x > 0 {
    		return x * 2
    	}
    	return 0
    }
    """
  ),
  RuleExample(
    "php",
    "The same sum under another name",
    path: "src/Invoice/Invoices.php",
    others: [
      "src/Cart/Carts.php": """
      <?php
      namespace App\\Cart;

      class Carts
      {
          public function cartTotal(Order $order, Customer $customer): int
          {
              $total = 0;
              foreach ($order->lines as $line) {
                  $price = $line->price * $line->count;
                  if ($line->reduced) {
                      $price = $price / 2;
                  }
                  if ($customer->isMember && $price > 20) {
                      $price = $price - 5;
                  }
                  $total += $price;
              }
              if ($total < 50 && !$customer->isMember) {
                  $total += 6;
              }
              return $total;
          }
      }
      """
    ],
    """
    <?php
    namespace App\\Invoice;

    class Invoices
    {
        public function amountDue(Order $order, Customer $customer): int
                        ^^^^^^^^^ flagged medium
        {
            $total = 0;
            foreach ($order->lines as $line) {
                $price = $line->price * $line->count;
                if ($line->reduced) {
                    $price = $price / 2;
                }
                if ($customer->isMember && $price > 20) {
                    $price = $price - 5;
                }
                $total += $price;
            }
            if ($total < 50 && !$customer->isMember) {
                $total += 6;
            }
            return $total;
        }
    }
    """
  ),
  RuleExample(
    "php",
    "Too small to be a rule of the business",
    path: "src/b.php",
    others: [
      "src/a.php": """
      <?php
      function doubled(int $x): int
      {
          return $x > 0 ? $x * 2 : 0;
      }
      """
    ],
    """
    <?php
    function twice(int $x): int
    {
        return $x > 0 ? $x * 2 : 0;
    }
    """
  ),
  RuleExample(
    "ruby",
    "The same sum under another name",
    path: "lib/invoices.rb",
    others: [
      "lib/carts.rb": """
      class Carts
        def cart_total(order, customer)
          total = 0
          order.lines.each do |line|
            price = line.price * line.count
            price = price / 2 if line.reduced?
            price = price - 5 if customer.member? && price > 20
            total += price
          end
          total += 6 if total < 50 && !customer.member?
          total = total * 2 if order.express?
          total
        end
      end
      """
    ],
    """
    class Invoices
      def amount_due(order, customer)
          ^^^^^^^^^^ flagged medium
        total = 0
        order.lines.each do |line|
          price = line.price * line.count
          price = price / 2 if line.reduced?
          price = price - 5 if customer.member? && price > 20
          total += price
        end
        total += 6 if total < 50 && !customer.member?
        total = total * 2 if order.express?
        total
      end
    end
    """
  ),
  RuleExample(
    "ruby",
    "Too small to be a rule of the business",
    path: "src/b.rb",
    others: [
      "src/a.rb": """
      def doubled(x)
        x > 0 ? x * 2 : 0
      end
      """
    ],
    """
    def twice(x)
      x > 0 ? x * 2 : 0
    end
    """
  ),
  RuleExample(
    "rust",
    "The same sum under another name",
    path: "src/invoice.rs",
    others: [
      "src/cart.rs": """
      pub fn cart_total(order: &Order, customer: &Customer) -> u32 {
          let mut total = 0;
          for line in &order.lines {
              let mut price = line.price * line.count;
              if line.reduced {
                  price = price / 2;
              }
              if customer.member && price > 20 {
                  price = price - 5;
              }
              total += price;
          }
          if total < 50 && !customer.member {
              total += 6;
          }
          total
      }
      """
    ],
    """
    pub fn amount_due(order: &Order, customer: &Customer) -> u32 {
           ^^^^^^^^^^ flagged medium
        let mut total = 0;
        for line in &order.lines {
            let mut price = line.price * line.count;
            if line.reduced {
                price = price / 2;
            }
            if customer.member && price > 20 {
                price = price - 5;
            }
            total += price;
        }
        if total < 50 && !customer.member {
            total += 6;
        }
        total
    }
    """
  ),
  RuleExample(
    "rust",
    "Too small to be a rule of the business",
    path: "src/b.rs",
    others: [
      "src/a.rs": """
      pub fn doubled(x: u32) -> u32 {
          if x > 9 { x * 2 } else { 0 }
      }
      """
    ],
    """
    pub fn twice(x: u32) -> u32 {
        if x > 9 { x * 2 } else { 0 }
    }
    """
  ),
  RuleExample(
    "csharp",
    "The same sum under another name",
    path: "src/Invoice/Invoices.cs",
    others: [
      "src/Cart/Carts.cs": """
      namespace Acme.Cart;

      public class Carts {
          public int CartTotal(Order order, Customer customer) {
              int total = 0;
              foreach (var line in order.Lines) {
                  int price = line.Price * line.Count;
                  if (line.IsReduced) {
                      price = price / 2;
                  }
                  if (customer.IsMember && price > 20) {
                      price = price - 5;
                  }
                  total += price;
              }
              if (total < 50 && !customer.IsMember) {
                  total += 6;
              }
              return total;
          }
      }
      """
    ],
    """
    namespace Acme.Invoice;

    public class Invoices {
        public int AmountDue(Order order, Customer customer) {
                   ^^^^^^^^^ flagged medium
            int total = 0;
            foreach (var line in order.Lines) {
                int price = line.Price * line.Count;
                if (line.IsReduced) {
                    price = price / 2;
                }
                if (customer.IsMember && price > 20) {
                    price = price - 5;
                }
                total += price;
            }
            if (total < 50 && !customer.IsMember) {
                total += 6;
            }
            return total;
        }
    }
    """
  ),
  RuleExample(
    "csharp",
    "Too small to be a rule of the business",
    path: "src/b.cs",
    others: [
      "src/a.cs": """
      class A
      {
          int Doubled(int x) => x > 0 ? x * 2 : 0;
      }
      """
    ],
    """
    class B
    {
        int Twice(int x) => x > 0 ? x * 2 : 0;
    }
    """
  ),
  RuleExample(
    "swift",
    "The same sum under another name",
    path: "Sources/Shop/Invoice.swift",
    others: [
      "Sources/Shop/Cart.swift": """
      func cartTotal(_ order: Order, for customer: Customer) -> Int {
        var total = 0
        for line in order.lines {
          var price = line.price * line.count
          if line.isReduced {
            price = price / 2
          }
          if customer.isMember && price > 20 {
            price = price - 5
          }
          total += price
        }
        if total < 50 && !customer.isMember {
          total += 6
        }
        return total
      }
      """
    ],
    """
    func amountDue(_ order: Order, for customer: Customer) -> Int {
         ^^^^^^^^^ flagged medium
      var total = 0
      for line in order.lines {
        var price = line.price * line.count
        if line.isReduced {
          price = price / 2
        }
        if customer.isMember && price > 20 {
          price = price - 5
        }
        total += price
      }
      if total < 50 && !customer.isMember {
        total += 6
      }
      return total
    }
    """
  ),
  RuleExample(
    "swift",
    "Too small to be a rule of the business",
    path: "src/b.swift",
    others: [
      "src/a.swift": """
      func doubled(_ x: Int) -> Int { x > 0 ? x * 2 : 0 }
      """
    ],
    """
    func twice(_ x: Int) -> Int { x > 0 ? x * 2 : 0 }
    """
  ),
]
