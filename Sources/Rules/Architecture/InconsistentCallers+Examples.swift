let inconsistentCallersExamples =
  inconsistentCallersScripting + inconsistentCallersCompiled + inconsistentCallersInOrder

/// A look-up that may find nothing, and three who look whether it did.
private let pythonAccounts = [
  "shop/accounts.py": """
  def find_account(rows, key):
      for row in rows:
          if row.key == key:
              return row
      return None
  """,
  "shop/transfers.py": """
  from shop.accounts import find_account

  def debit(rows, key, amount):
      account = find_account(rows, key)
      if account is None:
          raise KeyError(key)
      account.balance -= amount

  def credit(rows, key, amount):
      account = find_account(rows, key)
      if account is None:
          raise KeyError(key)
      account.balance += amount

  def freeze(rows, key):
      account = find_account(rows, key)
      if account is not None:
          account.frozen = True
  """,
]

/// A write before which three ask who may.
private let pythonOrders = [
  "shop/store.py": """
  from shop.models import Order

  def cancel_order(key):
      Order.objects.filter(key=key).update(state="cancelled")

  def require_manager(user):
      if not user.is_manager:
          raise PermissionError(user)
  """,
  "shop/desk.py": """
  from shop.store import cancel_order, require_manager

  def cancel_late(user, key):
      require_manager(user)
      cancel_order(key)

  def cancel_double(user, key):
      require_manager(user)
      cancel_order(key)

  def cancel_unpaid(user, key):
      require_manager(user)
      cancel_order(key)
  """,
]

private let inconsistentCallersScripting: [RuleExample] = [
  RuleExample(
    "python",
    "The others look whether there is an account",
    path: "shop/report.py",
    others: pythonAccounts,
    """
    from shop.accounts import find_account

    def balance(rows, key):
        account = find_account(rows, key)
                  ^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        return account.balance
    """
  ),
  RuleExample(
    "python",
    "As the others do",
    path: "shop/report.py",
    others: pythonAccounts,
    """
    from shop.accounts import find_account

    def balance(rows, key):
        account = find_account(rows, key)
                  ^^^^^^^^^^^^^^^^^^^^^^^ checked
        if account is None:
            return 0
        return account.balance

    def limit(rows, key):
        return find_account(rows, key).limit
               ^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
    """
  ),
  RuleExample(
    "python",
    "What is found is handed on, and nothing is asked of it",
    path: "shop/report.py",
    others: pythonAccounts,
    """
    from shop.accounts import find_account

    def account_of(rows, order):
        return find_account(rows, order.account)
    """
  ),
  RuleExample(
    "python",
    "A test asks for what it has put there",
    path: "tests/test_accounts.py",
    others: pythonAccounts,
    """
    from shop.accounts import find_account

    def test_finds():
        account = find_account([Row("a", 3)], "a")
        assert account.balance == 3
    """
  ),
  RuleExample(
    "python",
    "The others ask who may",
    path: "shop/api.py",
    others: pythonOrders,
    """
    from shop.store import cancel_order

    def cancel(user, key):
        cancel_order(key)
        ^^^^^^^^^^^^^^^^^ flagged medium
    """
  ),
  RuleExample(
    "python",
    "It asks in other words",
    path: "shop/api.py",
    others: pythonOrders,
    """
    from shop.store import cancel_order

    def cancel(user, key):
        if user.role != "manager" and not user.manager_of(key):
            return False
        cancel_order(key)
        ^^^^^^^^^^^^^^^^^ unverified
        return True
    """
  ),
  RuleExample(
    "python",
    "Callers disagree about the lock",
    path: "shop/stock.py",
    others: ["shop/empty.py": "limit = 3"],
    """
    import threading

    class Shelf:
        def __init__(self):
            self.lock = threading.Lock()
            self.items = []
            self.total = 0

        def recount(self):
            self.total = len(self.items)

        def take(self, item):
            with self.lock:
                self.items.remove(item)
                self.recount()

        def put(self, item):
            with self.lock:
                self.items.append(item)
                self.recount()

        def swap(self, item):
            with self.lock:
                self.items[0] = item
                self.recount()

        def tidy(self):
            self.recount()
            ^^^^^^^^^^^^^^ unverified

        def nightly(self):
            self.recount()
            ^^^^^^^^^^^^^^ unverified
    """
  ),
  RuleExample(
    "python",
    "Three callers are no habit",
    path: "shop/night.py",
    others: [
      "shop/rates.py": """
      def rate(table, key):
          if key in table:
              return table[key]
          return None
      """,
      "shop/uses.py": """
      from shop.rates import rate

      def tax(table, key):
          found = rate(table, key)
          if found is None:
              return 0
          return found.percent

      def fee(table, key):
          found = rate(table, key)
          if found is None:
              return 0
          return found.fee
      """,
    ],
    """
    from shop.rates import rate

    def nightly(table, key):
        found = rate(table, key)
        return found.percent
    """
  ),
  RuleExample(
    "python",
    "The others pass a deadline",
    path: "shop/late.py",
    others: [
      "shop/net.py": """
      import socket

      def ask(host, text, timeout=None):
          with socket.create_connection((host, 80), timeout) as line:
              line.sendall(text)
              return line.recv(1024)
      """,
      "shop/uses.py": """
      from shop.net import ask

      def stock(host):
          return ask(host, b"stock", timeout=2)

      def price(host):
          return ask(host, b"price", timeout=2)

      def rating(host):
          return ask(host, b"rating", timeout=5)
      """,
    ],
    """
    from shop.net import ask

    def reviews(host):
        return ask(host, b"reviews")
               ^^^^^^^^^^^^^^^^^^^^^ flagged medium
    """
  ),
  RuleExample(
    "typescript",
    "The others look whether there is a session",
    path: "src/profile.ts",
    others: [
      "src/sessions.ts": """
      export function findSession(all: Session[], id: string) {
        for (const session of all) {
          if (session.id === id) return session;
        }
        return null;
      }
      """,
      "src/uses.ts": """
      import { findSession } from "./sessions";

      export function touch(all: Session[], id: string) {
        const session = findSession(all, id);
        if (!session) throw new Error("gone");
        session.seen = Date.now();
      }

      export function close(all: Session[], id: string) {
        const session = findSession(all, id);
        if (session) session.open = false;
      }

      export function owner(all: Session[], id: string) {
        const session = findSession(all, id);
        if (session === null) return "";
        return session.owner;
      }
      """,
    ],
    """
    import { findSession } from "./sessions";

    export function language(all: Session[], id: string) {
      const session = findSession(all, id);
                      ^^^^^^^^^^^^^^^^^^^^ flagged medium
      return session.language;
    }

    export function theme(all: Session[], id: string) {
      return findSession(all, id)?.theme;
    }
    """
  ),
  RuleExample(
    "javascript",
    "The others are ready for it to fail",
    path: "src/import.js",
    others: [
      "src/parse.js": """
      export function parseFeed(text) {
        if (!text.startsWith("<")) {
          throw new Error("not a feed");
        }
        return text.split("<item>").slice(1);
      }
      """,
      "src/uses.js": """
      import { parseFeed } from "./parse";

      export function preview(text) {
        try {
          return parseFeed(text)[0];
        } catch (error) {
          return error.message;
        }
      }

      export function count(text) {
        try {
          return parseFeed(text).length;
        } catch (error) {
          return -1;
        }
      }

      export function refresh(feed, text) {
        try {
          feed.items = parseFeed(text);
        } catch (error) {
          feed.broken = true;
        }
      }
      """,
    ],
    """
    import { parseFeed } from "./parse";

    export function merge(feed, text) {
      for (const item of parseFeed(text)) {
                         ^^^^^^^^^^^^^^^ flagged medium
        feed.items.push(item);
      }
    }

    export function replace(feed, text) {
      try {
        feed.items = parseFeed(text);
                     ^^^^^^^^^^^^^^^ checked
      } catch (error) {
        feed.broken = true;
      }
    }
    """
  ),
  RuleExample(
    "ruby",
    "The others look whether there is a coupon",
    path: "lib/shop/report.rb",
    others: [
      "lib/shop/coupons.rb": """
      module Coupons
        def self.lookup(all, code)
          all.each do |coupon|
            return coupon if coupon.code == code
          end
          return nil
        end
      end
      """,
      "lib/shop/uses.rb": """
      module Uses
        def self.redeem(all, code)
          coupon = Coupons.lookup(all, code)
          return false if coupon.nil?
          coupon.use!
        end

        def self.value(all, code)
          coupon = Coupons.lookup(all, code)
          if coupon
            coupon.value
          else
            0
          end
        end

        def self.expire(all, code)
          coupon = Coupons.lookup(all, code)
          raise ArgumentError unless coupon
          coupon.expire!
        end
      end
      """,
    ],
    """
    module Report
      def self.title(all, code)
        coupon = Coupons.lookup(all, code)
                 ^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        coupon.title
      end

      def self.find(all, code)
        Coupons.lookup(all, code)
      end
    end
    """
  ),
  RuleExample(
    "php",
    "The others look whether there is a voucher",
    path: "src/Report.php",
    others: [
      "src/vouchers.php": """
      <?php
      function find_voucher(array $all, string $code) {
          foreach ($all as $voucher) {
              if ($voucher->code === $code) {
                  return $voucher;
              }
          }
          return null;
      }
      """,
      "src/uses.php": """
      <?php
      function redeem(array $all, string $code) {
          $voucher = find_voucher($all, $code);
          if ($voucher === null) {
              throw new InvalidArgumentException($code);
          }
          $voucher->redeem();
      }

      function value_of(array $all, string $code) {
          $voucher = find_voucher($all, $code);
          if (!$voucher) {
              return 0;
          }
          return $voucher->value();
      }

      function expire(array $all, string $code) {
          $voucher = find_voucher($all, $code);
          if ($voucher) {
              $voucher->expire();
          }
      }
      """,
    ],
    """
    <?php
    function title_of(array $all, string $code) {
        $voucher = find_voucher($all, $code);
                   ^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        return $voucher->title();
    }

    function voucher_of(array $all, $order) {
        return find_voucher($all, $order->code);
    }
    """
  ),
  RuleExample(
    "typescript",
    "What it gives is asked for in the same breath",
    path: "src/names.ts",
    others: [
      "src/sessions.ts": """
      export function findSession(all: Session[], id: string) {
        for (const session of all) {
          if (session.id === id) return session;
        }
        return null;
      }
      """,
      "src/uses.ts": """
      import { findSession } from "./sessions";

      export function touch(all: Session[], id: string) {
        const session = findSession(all, id);
        if (!session) throw new Error("gone");
        session.seen = Date.now();
      }

      export function close(all: Session[], id: string) {
        const session = findSession(all, id);
        if (session) session.open = false;
      }

      export function owner(all: Session[], id: string) {
        const session = findSession(all, id);
        if (session === null) return "";
        return session.owner;
      }
      """,
    ],
    """
    import { findSession } from "./sessions";

    export function name(all: Session[], id: string) {
      const session = findSession(all, id) ?? nobody;
      return session.name;
    }
    """
  ),
]
