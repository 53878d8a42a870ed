extension QuadraticScan {
  static let languageExamples: [RuleExample] = [
    RuleExample(
      "php",
      "A key is asked for, not an element",
      """
      <?php
      function changes(array $names, array $submitted): array
      {
          $current = [];
          foreach ($names as $name) {
              if (array_key_exists($name, $submitted)) {
                  $current[$name] = (int) $submitted[$name];
              }
          }
          return $current;
      }
      """
    ),
    RuleExample(
      "typescript",
      "There are few languages, and few fields",
      """
      interface Product {
        translations: Array<{ languageCode: string; name: string }>;
      }

      export function inputs(product: Product, languageCodes: string[], existing: Translation[]) {
        return languageCodes.map((code) => existing.find((one) => one.languageCode === code));
      }

      export function byName(args: Argument[]): Record<string, string> {
        return args.reduce((hash, arg) => ({ ...hash, [arg.name]: arg.value }), {});
      }

      export function missing(customFields: string[], given: string[]): string[] {
        return customFields.filter((field) => !given.includes(field));
      }
      """
    ),
    RuleExample(
      "go",
      "There are few entry points",
      """
      package runtime

      import "slices"

      func Routers(entryPoints []string, names []string, allowedMethods []string) []string {
      	var found []string
      	for _, name := range names {
      		if slices.Contains(allowedMethods, name) {
      			found = append(found, name)
      		}
      	}
      	return found
      }
      """
    ),
    RuleExample(
      "go",
      "A map is asked for each element",
      """
      package names

      func Missing(wanted, found []string) []string {
          known := make(map[string]bool, len(found))
          for _, name := range found {
              known[name] = true
          }
          var result []string
          for _, name := range wanted {
              if !known[name] {
                  result = append(result, name)
              }
          }
          return result
      }
      """
    ),
    RuleExample(
      "rust",
      "Looked through for each element",
      """
      pub fn attach(orders: &[Order], customers: &[Customer]) -> Vec<Option<String>> {
          let mut names = Vec::new();
          for order in orders {
              let found = customers.iter().find(|customer| customer.id == order.customer_id);
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
              names.push(found.map(|customer| customer.name.clone()));
          }
          names
      }
      """
    ),
    RuleExample(
      "rust",
      "A map is built once",
      """
      use std::collections::HashMap;

      pub fn attach(orders: &[Order], customers: &HashMap<u64, Customer>) -> Vec<Option<String>> {
          let mut names = Vec::new();
          for order in orders {
              names.push(customers.get(&order.customer_id).map(|customer| customer.name.clone()));
          }
          names
      }
      """
    ),
    RuleExample(
      "swift",
      "Looked through for each element",
      """
      func attach(_ orders: [Order], to customers: [Customer]) -> [String?] {
        var names: [String?] = []
        for order in orders {
          let found = customers.first(where: { $0.id == order.customerID })
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          names.append(found?.name)
        }
        return names
      }
      """
    ),
    RuleExample(
      "swift",
      "A dictionary is built once",
      """
      func attach(_ orders: [Order], to customers: [Customer]) -> [String?] {
        let names = Dictionary(uniqueKeysWithValues: customers.map { ($0.id, $0.name) })
        var found: [String?] = []
        for order in orders {
          found.append(names[order.customerID])
        }
        return found
      }
      """
    ),
    RuleExample(
      "csharp",
      "Looked through for each element",
      """
      using System.Collections.Generic;
      using System.Linq;

      public class Orders
      {
          public void Attach(List<Order> orders, List<Customer> customers)
          {
              foreach (var order in orders)
              {
                  order.Customer = customers.FirstOrDefault(customer => customer.Id == order.CustomerId);
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
              }
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "A dictionary is built once",
      """
      using System.Collections.Generic;
      using System.Linq;

      public class Orders
      {
          public void Attach(List<Order> orders, List<Customer> customers)
          {
              var byId = customers.ToDictionary(customer => customer.Id);
              foreach (var order in orders)
              {
                  order.Customer = byId[order.CustomerId];
              }
          }
      }
      """
    ),
    RuleExample(
      "ruby",
      "Looked through for each element",
      """
      def attach(orders, customers)
        orders.each do |order|
          order.customer = customers.find { |customer| customer.id == order.customer_id }
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        end
      end
      """
    ),
    RuleExample(
      "ruby",
      "A hash is built once",
      """
      def attach(orders, customers)
        by_id = customers.index_by(&:id)
        orders.each do |order|
          order.customer = by_id[order.customer_id]
        end
      end
      """
    ),
    RuleExample(
      "php",
      "Looked through for each element",
      """
      <?php
      function missing(array $wanted, array $found): array
      {
          $result = [];
          foreach ($wanted as $name) {
              if (!in_array($name, $found, true)) {
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
                  $result[] = $name;
              }
          }
          return $result;
      }
      """
    ),
    RuleExample(
      "php",
      "Keys are asked",
      """
      <?php
      function missing(array $wanted, array $found): array
      {
          $known = array_flip($found);
          $result = [];
          foreach ($wanted as $name) {
              if (!isset($known[$name]) && !in_array($name, ['root', 'admin'], true)) {
                  $result[] = $name;
              }
          }
          return $result;
      }
      """
    ),
    RuleExample(
      "python",
      "Whether it is a list or a set is not in the code",
      """
      def known(names, known_list):
          return [name for name in names if name in known_list]
                                            ^^^^^^^^^^^^^^^^^^ unverified
      """
    ),
    RuleExample(
      "php",
      "Whether what is asked is large is not the question here",
      """
      <?php
      function shown(array $columns): array
      {
          $allowed = ['id', 'name', 'total'];
          return array_filter($columns, fn ($column) => in_array($column, $allowed, true));
      }
      """
    ),
    RuleExample(
      "javascript",
      "The name says a list, and nothing else does",
      """
      function missing(orders, paidList) {
        return orders.filter((order) => !paidList.includes(order.id));
                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
      }
      """
    ),
    RuleExample(
      "csharp",
      "What is joined is gone through once",
      """
      using System.Collections.Generic;
      using System.Linq;

      public static class Report
      {
          public static List<string> Names(List<User> users, List<Order> orders) =>
              (from user in users
               join order in orders.Where(order => order.Total > 0) on user.Id equals order.UserId
               select user.Name).ToList();
      }
      """
    ),
  ]
}
