extension TimeAndZone {
  static let shown: [RuleExample] = [
    RuleExample(
      "python",
      "A subscription ends at the server's midnight",
      """
      from datetime import datetime, timedelta

      def renew(subscription, months):
          subscription.started_at = datetime.now()
                                    ^^^^^^^^^^^^^^ unverified
          subscription.expires_at = subscription.started_at + timedelta(days=30 * months)
          subscription.save()
      """
    ),
    RuleExample(
      "python",
      "A text without a zone is compared with now",
      """
      from datetime import datetime

      def is_overdue(invoice):
          due = datetime.strptime(invoice.due_on, "%Y-%m-%d")
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          return due < datetime.now()
      """
    ),
    RuleExample(
      "python",
      "The zone is named",
      """
      from datetime import datetime, timezone

      def renew(subscription):
          subscription.started_at = datetime.now(timezone.utc)
          subscription.save()
      """
    ),
    RuleExample(
      "python",
      "The time only goes to the log",
      """
      import logging
      from datetime import datetime

      def sync(orders):
          started = datetime.now()
          for order in orders:
              order.push()
          logging.info("synced %d orders in %s", len(orders), datetime.now() - started)
      """
    ),
    RuleExample(
      "python",
      "A test says which day it is",
      path: "tests/test_orders.py",
      """
      from datetime import datetime

      def test_day_of_order(order):
          assert order.day == datetime.now().day
      """
    ),
    RuleExample(
      "javascript",
      "The day in UTC is taken for the customer's",
      """
      export function deliveryDay(order) {
        const day = new Date().toISOString().slice(0, 10);
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
        return { orderId: order.id, day };
      }
      """
    ),
    RuleExample(
      "javascript",
      "The first of the month, wherever this runs",
      """
      export function billingStart(now) {
        const start = new Date();
        start.setDate(1);
        ^^^^^^^^^^^^^^^^ unverified
        return start;
      }
      """
    ),
    RuleExample(
      "javascript",
      "The zone is given",
      """
      export function shownDay(order) {
        return new Date(order.createdAt).toLocaleDateString("de-DE", { timeZone: order.shop.timeZone });
      }
      """
    ),
    RuleExample(
      "javascript",
      "A point in time needs no zone",
      """
      export function isExpired(token) {
        return Date.now() > token.expiresAt;
      }
      """
    ),
    RuleExample(
      "typescript",
      "A reminder a day later, by seconds",
      """
      export function nextReminder(dueDate: number): number {
        const next: number = dueDate + 24 * 60 * 60 * 1000;
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
        return next;
      }
      """
    ),
    RuleExample(
      "typescript",
      "How long it took",
      """
      export async function timed(work: () => Promise<void>): Promise<number> {
        const start = Date.now();
        await work();
        return Date.now() - start;
      }
      """
    ),
    RuleExample(
      "typescript",
      "The day of the week on whatever machine renders the page",
      """
      export function isWeekend(order: Order): boolean {
        const day = new Date().getDay();
                    ^^^^^^^^^^^^^^^^^^^ unverified
        return day === 0 || day === 6;
      }
      """
    ),
    RuleExample(
      "java",
      "A cut-off in the zone of the machine",
      """
      import java.time.LocalDateTime;

      class Invoices {
        boolean isLate(Invoice invoice) {
          return LocalDateTime.now().isAfter(invoice.getDue());
                 ^^^^^^^^^^^^^^^^^^^ unverified
        }
      }
      """
    ),
    RuleExample(
      "java",
      "A clock is handed in",
      """
      import java.time.Clock;
      import java.time.LocalDate;

      class Invoices {
        private final Clock clock;
        Invoices(Clock clock) { this.clock = clock; }
        boolean isLate(Invoice invoice) {
          return LocalDate.now(clock).isAfter(invoice.getDue());
        }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "The day on which a trial ends",
      """
      import java.time.LocalDate

      class Trials(private val store: TrialStore) {
        fun begin(customer: Customer) {
          val today = LocalDate.now()
                      ^^^^^^^^^^^^^^^ unverified
          store.save(Trial(customer.id, today, today.plusDays(14)))
        }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "The zone is part of the question",
      """
      import java.time.LocalDate
      import java.time.ZoneId

      class Trials(private val store: TrialStore) {
        fun begin(customer: Customer) {
          val today = LocalDate.now(ZoneId.of(customer.region))
          store.save(Trial(customer.id, today, today.plusDays(14)))
        }
      }
      """
    ),
    RuleExample(
      "go",
      "A text without a zone",
      """
      package orders

      import "time"

      func parseDue(text string) (time.Time, error) {
      	due, err := time.Parse("2006-01-02 15:04:05", text)
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
      	if err != nil {
      		return time.Time{}, err
      	}
      	return due, nil
      }
      """
    ),
    RuleExample(
      "go",
      "The text carries its offset",
      """
      package orders

      import "time"

      func parseDue(text string) (time.Time, error) {
      	due, err := time.Parse(time.RFC3339, text)
      	if err != nil {
      		return time.Time{}, err
      	}
      	return due, nil
      }
      """
    ),
    RuleExample(
      "swift",
      "The start of the day on the server",
      """
      import Foundation

      struct Reports {
        func dailyWindow(now: Date) -> Date {
          let start = Calendar.current.startOfDay(for: now)
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          return start
        }
      }
      """
    ),
    RuleExample(
      "swift",
      "The calendar is told its zone",
      """
      import Foundation

      struct Reports {
        func dailyWindow(now: Date, zone: TimeZone) -> Date {
          var calendar = Calendar(identifier: .gregorian)
          calendar.timeZone = zone
          return calendar.startOfDay(for: now)
        }
      }
      """
    ),
    RuleExample(
      "csharp",
      "A link that expires by the clock of the machine",
      """
      using System;

      public class Links {
        public Link Create(Customer customer) {
          return new Link { Owner = customer.Key, ExpiresAt = DateTime.Now.AddDays(7) };
                                                              ^^^^^^^^^^^^^^^^^^^^^^^ unverified
        }
      }
      """
    ),
    RuleExample(
      "csharp",
      "UTC by declaration",
      """
      using System;

      public class Links {
        public Link Create(Customer customer) {
          return new Link { Owner = customer.Key, ExpiresAt = DateTime.UtcNow.AddDays(7) };
        }
      }
      """
    ),
    RuleExample(
      "ruby",
      "Today, where the server stands",
      """
      class Subscription < ApplicationRecord
        def renew
          self.renewed_on = Date.today
                            ^^^^^^^^^^ unverified
          save!
        end
      end
      """
    ),
    RuleExample(
      "ruby",
      "Today, where the application says",
      """
      class Subscription < ApplicationRecord
        def renew
          self.renewed_on = Time.zone.today
          save!
        end
      end
      """
    ),
    RuleExample(
      "php",
      "The day of an order, by the settings of the server",
      """
      <?php
      class Orders {
          public function place(Cart $cart): Order {
              $order = Order::fromCart($cart);
              $order->placed_on = date('Y-m-d');
                                  ^^^^^^^^^^^^^ unverified
              $order->save();
              return $order;
          }
      }
      """
    ),
    RuleExample(
      "php",
      "The zone is given",
      #"""
      <?php
      class Orders {
          public function place(Cart $cart, \DateTimeZone $zone): Order {
              $order = Order::fromCart($cart);
              $order->placed_on = new \DateTimeImmutable('now', $zone);
              $order->save();
              return $order;
          }
      }
      """#
    ),
    RuleExample(
      "rust",
      "The day where it runs",
      """
      use chrono::Local;

      fn open_day(store: &mut Store) -> Day {
          let today = Local::now().date_naive();
                      ^^^^^^^^^^^^ unverified
          store.open(today)
      }
      """
    ),
    RuleExample(
      "rust",
      "The day in UTC, by name",
      """
      use chrono::Utc;

      fn open_day(store: &mut Store) -> Day {
          let today = Utc::now().date_naive();
          store.open(today)
      }
      """
    ),
  ]
}
