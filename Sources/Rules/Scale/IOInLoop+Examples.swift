extension IOInLoop {
  static let moreExamples: [RuleExample] = [
    // MARK: Python, flagged
    RuleExample(
      "python",
      "A key at a time from the cache",
      """
      import redis

      cache = redis.Redis(host="cache")

      def sessions(user_ids):
          return [cache.get(f"session:{user_id}") for user_id in user_ids]
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      """
    ),
    RuleExample(
      "python",
      "An insert for each row",
      """
      import sqlite3

      def load(path, rows):
          connection = sqlite3.connect(path)
          for row in rows:
              values = (row.sku, row.price)
              connection.execute("INSERT INTO prices VALUES (?, ?)", values)
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          connection.commit()
      """
    ),
    // MARK: Python, checked
    RuleExample(
      "python",
      "A handful that is written down",
      """
      import sqlite3

      def sizes(path):
          connection = sqlite3.connect(path)
          found = {}
          for name in ("orders", "customers", "prices"):
              found[name] = connection.execute("SELECT count(*) FROM " + name).fetchone()[0]
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          return found
      """
    ),
    RuleExample(
      "python",
      "Asked for once each",
      """
      import sqlite3

      def countries(path, orders):
          connection = sqlite3.connect(path)
          names = {}
          for order in orders:
              if order.country not in names:
                  names[order.country] = connection.execute("SELECT name FROM countries WHERE code = ?", (order.country,))
                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          return names
      """
    ),
    RuleExample(
      "python",
      "A slice per round",
      """
      import sqlite3

      def delete(path, keys):
          connection = sqlite3.connect(path)
          for start in range(0, len(keys), 100):
              part = keys[start:start + 100]
              connection.executemany("DELETE FROM prices WHERE sku = ?", part)
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      """
    ),
    // MARK: Python, silent
    RuleExample(
      "python",
      "Page after page",
      """
      import requests

      def all_orders(url):
          orders = []
          while url:
              response = requests.get(url, timeout=5)
              response.raise_for_status()
              page = response.json()
              orders.extend(page["items"])
              url = page.get("next")
          return orders
      """
    ),
    RuleExample(
      "python",
      "One mirror after the other, until one works",
      """
      import requests

      def download(mirrors, name):
          for mirror in mirrors:
              try:
                  response = requests.get(f"{mirror}/{name}", timeout=10)
                  response.raise_for_status()
                  return response.content
              except requests.RequestException as error:
                  last = error
          raise last
      """
    ),
    RuleExample(
      "python",
      "A migration runs once",
      path: "shop/migrations/0004_fill_slugs.py",
      """
      import sqlite3

      def fill(path, rows):
          connection = sqlite3.connect(path)
          for row in rows:
              connection.execute("UPDATE products SET slug = ? WHERE id = ?", (row.slug, row.id))
      """
    ),
    RuleExample(
      "python",
      "What does not depend on the element",
      """
      import sqlite3

      def poll(path, watchers):
          connection = sqlite3.connect(path)
          for watcher in watchers:
              if watcher.is_due():
                  connection.execute("SELECT 1")
      """
    ),
    // MARK: JavaScript and TypeScript, flagged
    // MARK: JavaScript and TypeScript, checked
    // MARK: JavaScript and TypeScript, unverified
    RuleExample(
      "typescript",
      "A request for each id",
      """
      export async function load(ids: string[]): Promise<Item[]> {
        return Promise.all(
          ids.map(async (id) => {
            const response = await fetch(`/api/items/${id}`);
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
            if (!response.ok) throw new Error(response.statusText);
            return response.json();
          }),
        );
      }
      """
    ),
    // MARK: JavaScript and TypeScript, silent
    RuleExample(
      "javascript",
      "A route for each entry asks when it is called, not here",
      """
      const { Pool } = require("pg");

      const pool = new Pool();

      exports.mount = function mount(router, tables) {
        for (const table of tables) {
          router.get(`/${table}`, async (request, response) => {
            const { rows } = await pool.query(`SELECT * FROM ${table}`);
            response.json(rows);
          });
        }
      };
      """
    ),
    RuleExample(
      "typescript",
      "A query for each post",
      """
      import { PrismaClient } from "@prisma/client";

      const prisma = new PrismaClient();

      export async function withAuthors(posts: Post[]) {
        const result = [];
        for (const post of posts) {
          const author = await prisma.user.findUnique({ where: { id: post.authorId } });
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged
          result.push({ ...post, author });
        }
        return result;
      }
      """
    ),
    RuleExample(
      "javascript",
      "At once, but still one query each",
      """
      const { Pool } = require("pg");

      const pool = new Pool();

      exports.names = async function names(ids) {
        return Promise.all(ids.map((id) => pool.query("SELECT name FROM users WHERE id = $1", [id])));
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged
      };
      """
    ),
    RuleExample(
      "javascript",
      "A slice per round",
      """
      const { Pool } = require("pg");

      const pool = new Pool();

      exports.remove = async function remove(ids) {
        for (let start = 0; start < ids.length; start += 500) {
          const part = ids.slice(start, start + 500);
          await pool.query("DELETE FROM events WHERE id = ANY($1)", [part]);
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        }
      };
      """
    ),
    // MARK: Met in real code
    RuleExample(
      "python",
      "Whoever comes here leaves the loop",
      """
      import sqlite3

      def sync(path, sources):
          connection = sqlite3.connect(path)
          for source in sources:
              try:
                  source.sync()
              except Exception:
                  connection.execute("UPDATE sources SET failed = 1 WHERE id = ?", (source.id,))
                  raise
      """
    ),
    RuleExample(
      "python",
      "The elements are the statements",
      """
      import sqlite3

      def apply(path, statements):
          connection = sqlite3.connect(path)
          for statement in statements:
              connection.execute(statement)
      """
    ),
    RuleExample(
      "typescript",
      "A repository of our own",
      """
      export class PriceService {
        constructor(private readonly variantRepository: VariantRepository) {}

        async prices(ids: string[]): Promise<number[]> {
          const prices: number[] = [];
          for (const id of ids) {
            const variant = await this.variantRepository.findOne(id);
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
            prices.push(variant.price);
          }
          return prices;
        }
      }
      """
    ),
    RuleExample(
      "typescript",
      "Sent to whoever listens, without waiting for an answer",
      """
      import { Server } from "socket.io";

      export function announce(server: Server, documents: Document[]): void {
        documents.forEach((document) => {
          server.to(document.room).emit("changed", { id: document.id });
        });
      }
      """
    ),
    RuleExample(
      "python",
      "Page after page, by number",
      """
      import requests

      def catalog(url, last):
          found = []
          for page in range(2, last + 1):
              response = requests.get(url, params={"page": page}, timeout=3)
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
              response.raise_for_status()
              found.extend(response.json())
          return found
      """
    ),
    RuleExample(
      "python",
      "One call for the many of each group",
      """
      from shop.models import Price

      def store(groups):
          for channel, prices in groups.items():
              Price.objects.bulk_create([Price(channel=channel, amount=amount) for amount in prices])
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      """
    ),
  ]
}
