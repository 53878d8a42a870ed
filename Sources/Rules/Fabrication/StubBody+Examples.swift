/// In languages that are tried by running them: Python, JavaScript, TypeScript, Ruby, PHP.
extension StubBody {
  static let dynamicExamples: [RuleExample] = [
    RuleExample(
      "python",
      "The receipt is never sent",
      """
      from shop.store import save


      def send_receipt(order, address):
          ^^^^^^^^^^^^ flagged high
          pass


      def checkout(order, address):
          save(order)
          send_receipt(order, address)
          return order.id
      """
    ),
    RuleExample(
      "python",
      "Written down for later, and called today",
      """
      def discount_for(customer):
          ^^^^^^^^^^^^ flagged high
          # TODO: ask the loyalty service
          return None


      def total(order):
          discount = discount_for(order.customer)
          return order.net - (discount or 0)
      """
    ),
    RuleExample(
      "python",
      "Loud when it is called",
      """
      def convert(amount, currency):
          ^^^^^^^ flagged medium
          raise NotImplementedError("currencies come later")


      def total(order):
          return convert(order.net, order.currency)
      """
    ),
    RuleExample(
      "python",
      "A comment says why there is nothing to do",
      """
      class Cache:
          def save(self, key, value):
              ^^^^ checked
              # Everything is written through, there is nothing left to save here.
              pass

          def put(self, key, value):
              self.backend[key] = value
              self.save(key, value)
      """
    ),
    RuleExample(
      "python",
      "Subclasses write it",
      #"""
      class BaseExporter:
          def write(self, rows):
              raise NotImplementedError

          def export(self, query):
              self.write(query.rows())


      class CSVExporter(BaseExporter):
          def write(self, rows):
              self.file.write("\n".join(",".join(row) for row in rows))
      """#
    ),
    RuleExample(
      "python",
      "Abstract methods, protocols and overloads declare",
      """
      from abc import ABC, abstractmethod
      from typing import Protocol, overload


      class Gateway(ABC):
          @abstractmethod
          def charge(self, amount):
              pass


      class Mailer(Protocol):
          def send(self, message):
              ...


      @overload
      def parse(text: str) -> dict: ...
      """
    ),
    RuleExample(
      "python",
      "Nobody is known to call it",
      """
      def notify_warehouse(order):
          ^^^^^^^^^^^^^^^^ unverified
          # TODO: publish the event
          pass
      """
    ),
    RuleExample(
      "javascript",
      "An export that does nothing",
      """
      import { store } from './store.js';

      async function sendReceipt(order) {
                     ^^^^^^^^^^^ flagged high
        // TODO: use the mail service
      }

      export async function checkout(order) {
        await store.put(order.id, order);
        await sendReceipt(order);
      }
      """
    ),
    RuleExample(
      "javascript",
      "A function that does nothing, by its name",
      """
      function sendNothing() {}
               ^^^^^^^^^^^ checked

      export function notifier(enabled, send) {
        const notify = enabled ? send : sendNothing;
        sendNothing();
        return notify;
      }
      """
    ),
    RuleExample(
      "javascript",
      "Hooks may have nothing to do",
      """
      export class Plugin {
        onLoad() {}

        beforeSave(record) {}

        run(record) {
          this.onLoad();
          this.beforeSave(record);
          return record;
        }
      }
      """
    ),
    RuleExample(
      "typescript",
      "The other arm is still to be written",
      """
      export function refundFor(order: Order): number {
        if (order.isGift) {
            ^^^^^^^^^^^^ flagged medium
          // TODO: gifts are refunded to the giver
        }
        return order.total;
      }
      """
    ),
    RuleExample(
      "typescript",
      "Loud when it is called",
      """
      function convert(amount: number, currency: string): number {
               ^^^^^^^ flagged medium
        throw new Error('Not implemented');
      }

      export function total(order: Order): number {
        return convert(order.net, order.currency);
      }
      """
    ),
    RuleExample(
      "typescript",
      "An interface that somebody else asks for",
      """
      interface Mailer {
        send(message: Message): void;
      }

      export class ConsoleMailer implements Mailer {
        send(message: Message): void {
          console.log(message.subject);
        }
      }
      """
    ),
    RuleExample(
      "typescript",
      "Exported, and nobody is known to call it",
      """
      export function saveDraft(draft: Draft): void {}
                      ^^^^^^^^^ unverified
      """
    ),
    RuleExample(
      "ruby",
      "The receipt is never sent",
      """
      class Checkout
        def run(order)
          order.save!
          send_receipt(order)
        end

        def send_receipt(order)
            ^^^^^^^^^^^^ flagged high
        end
      end
      """
    ),
    RuleExample(
      "ruby",
      "Subclasses write it",
      """
      class BaseExporter
        def export(query)
          write(query.rows)
        end

        def write(rows)
          raise NotImplementedError
        end
      end
      """
    ),
    RuleExample(
      "ruby",
      "Why it is empty",
      """
      class MemoryStore
        def add(record)
          @records << record
          persist(record)
        end

        def persist(record)
            ^^^^^^^ checked
          # Records live as long as the process, on purpose.
        end
      end
      """
    ),
    RuleExample(
      "php",
      "The receipt is never sent",
      """
      <?php

      final class Checkout
      {
          public function run(Order $order): string
          {
              $this->orders->save($order);
              $this->sendReceipt($order);
              return $order->id();
          }

          private function sendReceipt(Order $order): void
                           ^^^^^^^^^^^ flagged high
          {
              // TODO: mail it
          }
      }
      """
    ),
    RuleExample(
      "php",
      "Declared, and written by others",
      """
      <?php

      abstract class Exporter
      {
          abstract protected function write(array $rows): void;

          public function export(Query $query): void
          {
              $this->write($query->rows());
          }
      }
      """
    ),
  ]
}
