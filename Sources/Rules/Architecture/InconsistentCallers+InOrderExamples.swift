/// What meets the obligation, in languages whose other examples hold a gap.
let inconsistentCallersInOrder: [RuleExample] = [
  RuleExample(
    "javascript",
    "All do the same",
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

    export function replace(feed, text) {
      try {
        feed.items = parseFeed(text);
      } catch (error) {
        feed.broken = true;
      }
    }
    """
  ),
  RuleExample(
    "ruby",
    "All do the same",
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
      def self.find(all, code)
        Coupons.lookup(all, code)
      end
    end
    """
  ),
  RuleExample(
    "php",
    "All do the same",
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
    function voucher_of(array $all, $order) {
        return find_voucher($all, $order->code);
    }
    """
  ),
  RuleExample(
    "java",
    "All do the same",
    path: "shop/Shelf.java",
    others: ["shop/Desk.java": "class Desk {}"],
    """
    package shop;

    public class Shelf {
      private final Object gate = new Object();
      private int total;

      void recount(int change) {
        total += change;
      }

      public void put(int count) {
        synchronized (gate) {
          recount(count);
        }
      }

      public void take(int count) {
        synchronized (gate) {
          recount(-count);
        }
      }

      public void clear() {
        synchronized (gate) {
          recount(-total);
        }
      }
    }
    """
  ),
  RuleExample(
    "csharp",
    "All do the same",
    path: "Shop/Shelf.cs",
    others: ["Shop/Desk.cs": "class Desk {}"],
    """
    public class Shelf
    {
        private readonly object gate = new object();
        private int total;

        private void Recount(int change)
        {
            total += change;
        }

        public void Put(int count)
        {
            lock (gate)
            {
                Recount(count);
            }
        }

        public void Take(int count)
        {
            lock (gate)
            {
                Recount(-count);
            }
        }

        public void Clear()
        {
            lock (gate)
            {
                Recount(-total);
            }
        }
    }
    """
  ),
  RuleExample(
    "kotlin",
    "All do the same",
    path: "shop/Shelf.kt",
    others: ["shop/Desk.kt": "class Desk"],
    """
    package shop

    import java.util.concurrent.locks.ReentrantLock
    import kotlin.concurrent.withLock

    class Shelf {
        private val lock = ReentrantLock()
        private var total = 0

        private fun recount(change: Int) {
            total += change
        }

        fun put(count: Int) {
            lock.withLock { recount(count) }
        }

        fun take(count: Int) {
            lock.withLock { recount(-count) }
        }

        fun clear() {
            lock.withLock { recount(-total) }
        }
    }
    """
  ),
  RuleExample(
    "swift",
    "All do the same",
    path: "Sources/Shop/Shelf.swift",
    others: ["Sources/Shop/Desk.swift": "struct Desk {}"],
    """
    import Foundation

    final class Shelf {
      private let lock = NSLock()
      private var total = 0

      private func recount(_ change: Int) {
        total += change
      }

      func put(_ count: Int) {
        lock.lock()
        defer { lock.unlock() }
        recount(count)
      }

      func take(_ count: Int) {
        lock.lock()
        defer { lock.unlock() }
        recount(-count)
      }

      func clear() {
        lock.lock()
        defer { lock.unlock() }
        recount(-total)
      }
    }
    """
  ),
  RuleExample(
    "rust",
    "All do the same",
    path: "src/tips.rs",
    others: ["src/desk.rs": "pub struct Desk;"],
    """
    use std::io;

    fn book(amount: i64) -> Result<i64, io::Error> {
        if amount <= 0 {
            return Err(io::Error::other("no amount"));
        }
        Ok(amount)
    }

    pub fn sell(price: i64) -> Result<(), io::Error> {
        book(price)?;
        Ok(())
    }

    pub fn refund(price: i64) -> Result<(), io::Error> {
        book(-price)?;
        Ok(())
    }

    pub fn lend(price: i64) -> Result<i64, io::Error> {
        book(price)
    }
    """
  ),
]
