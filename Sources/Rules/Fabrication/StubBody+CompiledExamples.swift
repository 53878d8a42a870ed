/// In languages that are compiled: Go, Java, Kotlin, C#, Rust, Swift.
extension StubBody {
  static let compiledExamples: [RuleExample] = [
    RuleExample(
      "java",
      "Who has something to do at the start writes it",
      """
      package startup;

      interface StartUp {
        default void injectEnvironment(Environment environment) {
        }
      }

      class Starter {
        private final StartUp startUp;

        Starter(StartUp startUp) {
          this.startUp = startUp;
        }

        void environmentPrepared(Environment environment) {
          startUp.injectEnvironment(environment);
        }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "A cache that forgets by itself",
      """
      package cache

      interface CacheStorage {
        suspend fun find(url: String): Entry?

        suspend fun removeAll(url: String) {}
      }

      class Cache(private val storage: CacheStorage) {
        suspend fun forget(url: String) {
          storage.removeAll(url)
        }
      }
      """
    ),
    RuleExample(
      "csharp",
      "Types that inherit it have something to send",
      """
      namespace Shop;

      public class Notifier
      {
          public void Paid(Order order)
          {
              SendReceipt(order);
          }

          protected virtual void SendReceipt(Order order)
          {
          }
      }
      """
    ),
    RuleExample(
      "go",
      "The receipt is never sent",
      """
      package shop

      func Checkout(store *Store, order Order) error {
      	if err := store.Save(order); err != nil {
      		return err
      	}
      	return sendReceipt(order)
      }

      func sendReceipt(order Order) error {
           ^^^^^^^^^^^ flagged high
      	// TODO: use the mail service
      	return nil
      }
      """
    ),
    RuleExample(
      "go",
      "Loud when it is called",
      """
      package shop

      func Total(order Order) int {
      	return convert(order.Net, order.Currency)
      }

      func convert(amount int, currency string) int {
           ^^^^^^^ flagged medium
      	panic("not implemented")
      }
      """
    ),
    RuleExample(
      "go",
      "A logger that writes nowhere",
      """
      package shop

      type nopMailer struct{}

      func (nopMailer) Send(message Message) {}

      func mailer(enabled bool) Mailer {
      	return nopMailer{}
      }
      """
    ),
    RuleExample(
      "java",
      "The receipt is never sent",
      """
      package shop;

      class Checkout {
        private final Orders orders = new Orders();

        String run(Order order) {
          orders.save(order);
          sendReceipt(order);
          return order.id();
        }

        private void sendReceipt(Order order) {
                     ^^^^^^^^^^^ flagged high
        }
      }
      """
    ),
    RuleExample(
      "java",
      "Loud when it is called",
      """
      package shop;

      class Prices {
        long total(Order order) {
          return convert(order.net(), order.currency());
        }

        private long convert(long amount, String currency) {
                     ^^^^^^^ flagged medium
          throw new UnsupportedOperationException("Not implemented yet");
        }
      }
      """
    ),
    RuleExample(
      "java",
      "What a list refuses is no placeholder",
      """
      package shop;

      import java.util.AbstractList;

      class Shelf extends AbstractList<Item> {
        @Override
        public Item get(int index) {
          return items[index];
        }

        @Override
        public Item remove(int index) {
          throw new UnsupportedOperationException();
        }
      }
      """
    ),
    RuleExample(
      "java",
      "Adapters have methods for others",
      """
      package shop;

      class OrderListener implements Listener {
        public void onOpened(Event event) {}

        public void update(Event event) {}
      }
      """
    ),
    RuleExample(
      "kotlin",
      "The receipt is never sent",
      """
      package shop

      class Checkout(private val orders: Orders) {
          fun run(order: Order): String {
              orders.save(order)
              sendReceipt(order)
              return order.id
          }

          private fun sendReceipt(order: Order) {
                      ^^^^^^^^^^^ flagged high
          }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "Loud when it is called",
      """
      package shop

      fun total(order: Order): Long = convert(order.net, order.currency)

      fun convert(amount: Long, currency: String): Long {
          ^^^^^^^ flagged medium
          TODO("currencies come later")
      }
      """
    ),
    RuleExample(
      "kotlin",
      "What a framework asks for",
      """
      package shop

      class Screen : Activity() {
          override fun onPause() {
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "The receipt is never sent",
      """
      public class Checkout
      {
          public string Run(Order order)
          {
              orders.Save(order);
              SendReceipt(order);
              return order.Id;
          }

          private void SendReceipt(Order order)
                       ^^^^^^^^^^^ flagged high
          {
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "Loud when it is called",
      """
      using System;

      public class Prices
      {
          public decimal Total(Order order) => Convert(order.Net, order.Currency);

          private decimal Convert(decimal amount, string currency)
                          ^^^^^^^ flagged medium
          {
              throw new NotImplementedException();
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "What a base leaves open",
      """
      public class Screen : Page
      {
          protected override void OnClosed()
          {
          }
      }
      """
    ),
    RuleExample(
      "rust",
      "The receipt is never sent",
      """
      pub fn checkout(store: &Store, order: &Order) -> Result<(), Error> {
          store.save(order)?;
          send_receipt(order);
          Ok(())
      }

      fn send_receipt(order: &Order) {}
         ^^^^^^^^^^^^ flagged high
      """
    ),
    RuleExample(
      "rust",
      "Loud when it is called",
      """
      pub fn total(order: &Order) -> u64 {
          convert(order.net, &order.currency)
      }

      fn convert(amount: u64, currency: &str) -> u64 {
         ^^^^^^^ flagged medium
          todo!("currencies come later")
      }
      """
    ),
    RuleExample(
      "rust",
      "What a trait does by default",
      """
      pub trait Observer {
          fn on_saved(&self, order: &Order) {}
      }
      """
    ),
    RuleExample(
      "swift",
      "The receipt is never sent",
      """
      struct Checkout {
        let orders: Orders

        func run(_ order: Order) throws -> String {
          try orders.save(order)
          sendReceipt(order)
          return order.id
        }

        private func sendReceipt(_ order: Order) {
                     ^^^^^^^^^^^ flagged high
          // TODO: use the mail service
        }
      }
      """
    ),
    RuleExample(
      "swift",
      "Loud when it is called",
      """
      func total(of order: Order) -> Int {
        convert(order.net, to: order.currency)
      }

      func convert(_ amount: Int, to currency: String) -> Int {
           ^^^^^^^ flagged medium
        fatalError("not implemented")
      }
      """
    ),
    RuleExample(
      "swift",
      "What a protocol asks for, and what need not be done",
      """
      final class SilentDelegate: OrderDelegate {
        func orderDidShip(_ order: Order) {}

        func save(_ order: Order) {}
      }
      """
    ),
    RuleExample(
      "rust",
      "What it is given is left unread on purpose",
      """
      pub fn finish(import: &Import, remotes: &[Remote]) -> Result<(), Error> {
          import.close()?;
          send_report(remotes)
      }

      fn send_report(_remotes: &[Remote]) -> Result<(), Error> {
          Ok(())
      }
      """
    ),
    RuleExample(
      "go",
      "Another file of the package sends it, on another system",
      path: "shop/notify_other.go",
      others: [
        "shop/notify_linux.go": """
        package shop

        func sendReady() error {
        	return socket.Write([]byte("READY=1"))
        }
        """,
        "shop/run.go": """
        package shop

        func Run() error {
        	return sendReady()
        }
        """,
      ],
      """
      package shop

      func sendReady() error { return nil }
      """
    ),
    RuleExample(
      "java",
      "Heirs elsewhere have something to check",
      path: "src/main/java/shop/Validator.java",
      others: [
        "src/main/java/shop/OrderValidator.java": """
        package shop;

        class OrderValidator extends Validator {
          @Override
          protected void validateUpdate(Order order) {
            if (order.total() < 0) {
              throw new InvalidOrder("total");
            }
          }
        }
        """
      ],
      """
      package shop;

      public class Validator {
        public void validate(Order order) {
          if (order.id() == null) {
            throw new InvalidOrder("id");
          }
          validateUpdate(order);
        }

        protected void validateUpdate(Order order) {
        }
      }
      """
    ),
    RuleExample(
      "php",
      "A statement that was taken out is no reason",
      """
      <?php

      class Exporter
      {
          public function sendReport(string $to): void
                          ^^^^^^^^^^ flagged high
          {
              // $this->mailer->send($to);
          }

          public function run(): void
          {
              $this->sendReport('ops@example.com');
          }
      }
      """
    ),
  ]
}
