extension UncheckedResult {
  static let moreExamples: [RuleExample] = [
    // MARK: Python, flagged
    RuleExample(
      "python",
      "The answer of a write is thrown away",
      """
      import requests

      def notify(hook, order):
          requests.post(hook, json={"order": order.id}, timeout=3)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      """
    ),
    RuleExample(
      "python",
      "The exit code of a child process is never read",
      """
      import subprocess

      def revision(folder):
          result = subprocess.run(["git", "rev-parse", "HEAD"], cwd=folder, capture_output=True, timeout=10)
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          return result.stdout.decode().strip()
      """
    ),
    RuleExample(
      "python",
      "A script goes on when the command failed",
      path: "scripts/deploy.py",
      """
      import os

      def publish():
          os.system("rsync -a build/ web:/srv/www")
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          print("published")
      """
    ),
    // MARK: Python, checked
    RuleExample(
      "python",
      "The call raises by itself",
      """
      import subprocess

      def convert(source, target):
          subprocess.run(["ffmpeg", "-i", source, target], check=True, timeout=600)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      """
    ),
    RuleExample(
      "python",
      "The status decides",
      """
      import requests

      def is_up(url):
          response = requests.get(url, timeout=1)
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          if response.status_code >= 500:
              return False
          return True
      """
    ),
    RuleExample(
      "python",
      "Chained: the status is all that is read",
      """
      import requests

      def is_up(url):
          return requests.head(url, timeout=1).ok
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      """
    ),
    RuleExample(
      "python",
      "The exit code becomes that of the program",
      """
      import subprocess
      import sys

      def main():
          sys.exit(subprocess.call(["pytest", "-q"], timeout=600))
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      """
    ),
    // MARK: Python, unverified
    RuleExample(
      "python",
      "A helper of another file takes the response",
      """
      import requests
      from shop.http import parse

      def orders(url):
          response = requests.get(url, timeout=5)
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          return parse(response)
      """
    ),
    RuleExample(
      "python",
      "A hook of the session may raise",
      """
      import requests

      def orders(url, raise_on_error):
          session = requests.Session()
          session.hooks = {"response": raise_on_error}
          response = session.get(url, timeout=5)
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          return response.json()
      """
    ),
    RuleExample(
      "python",
      "Whether it raises is the caller's choice",
      """
      import subprocess

      def run(command, check=False):
          subprocess.run(command, check=check, timeout=60)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
      """
    ),
    // MARK: Python, silent
    RuleExample(
      "python",
      "A call that raises when it fails",
      """
      from pathlib import Path

      def save(path, text):
          Path(path).write_text(text)
      """
    ),
    RuleExample(
      "python",
      "The result of a collection's method",
      """
      def remember(seen, key):
          seen.add(key)
          seen.pop()
      """
    ),
    // MARK: JavaScript and TypeScript, flagged
    RuleExample(
      "typescript",
      "`fetch` does not reject on a 500",
      """
      export async function loadCart(id: string): Promise<Cart> {
        const response = await fetch(`/api/carts/${id}`, { signal: AbortSignal.timeout(3000) });
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
        return response.json();
      }
      """
    ),
    RuleExample(
      "javascript",
      "A chain of callbacks that takes the body",
      """
      function loadCart(id) {
        return fetch(`/api/carts/${id}`)
               ^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          .then((response) => response.json())
          .then((cart) => render(cart));
      }
      """
    ),
    RuleExample(
      "javascript",
      "Nobody asks whether the order was taken",
      """
      export async function submit(order) {
        await fetch("/api/orders", { method: "POST", body: JSON.stringify(order) });
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
        showThanks();
      }
      """
    ),
    // MARK: JavaScript and TypeScript, checked
    RuleExample(
      "typescript",
      "The status decides",
      """
      export async function loadCart(id: string): Promise<Cart> {
        const response = await fetch(`/api/carts/${id}`);
                               ^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        if (!response.ok) {
          throw new Error(`cart ${id}: ${response.status}`);
        }
        return response.json();
      }
      """
    ),
    RuleExample(
      "javascript",
      "A callback that asks",
      """
      function loadCart(id) {
        return fetch(`/api/carts/${id}`).then((response) => {
               ^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          if (!response.ok) throw new Error(response.statusText);
          return response.json();
        });
      }
      """
    ),
    // MARK: JavaScript and TypeScript, unverified
    RuleExample(
      "typescript",
      "A named callback takes the response",
      """
      import { parseResponse } from "./http";

      export function loadCart(id: string): Promise<Cart> {
        return fetch(`/api/carts/${id}`).then(parseResponse);
               ^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
      }
      """
    ),
    // MARK: JavaScript and TypeScript, silent
    RuleExample(
      "typescript",
      "`axios` rejects on a bad status",
      """
      import axios from "axios";

      export async function loadCart(id: string): Promise<Cart> {
        const { data } = await axios.get(`/api/carts/${id}`, { timeout: 3000 });
        return data;
      }
      """
    ),
    RuleExample(
      "javascript",
      "A test may send and forget",
      path: "test/orders.test.js",
      """
      it("takes an order", async () => {
        await fetch("http://localhost/api/orders", { method: "POST" });
      });
      """
    ),
    // MARK: Met in real code
    RuleExample(
      "python",
      "The object keeps the exit code",
      """
      import subprocess

      def stop(process: subprocess.Popen):
          process.terminate()
          process.wait()
      """
    ),
    RuleExample(
      "python",
      "Failure is expected, and said to be",
      """
      import subprocess

      def version(program):
          answer = subprocess.run([program, "--version"], check=False, capture_output=True, text=True)
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          return answer.stdout.strip()
      """
    ),
    RuleExample(
      "python",
      "A batch that may have been refused in part",
      """
      import boto3

      def publish(url, entries):
          queue = boto3.client("sqs")
          queue.send_message_batch(QueueUrl=url, Entries=entries)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged
      """
    ),
    RuleExample(
      "python",
      "A batch whose refused items are looked at",
      """
      import boto3

      def publish(url, entries):
          queue = boto3.client("sqs")
          answer = queue.send_message_batch(QueueUrl=url, Entries=entries)
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          return [entry["Id"] for entry in answer.get("Failed", [])]
      """
    ),
    RuleExample(
      "typescript",
      "The body says whether it worked, the status is not asked",
      """
      export async function save(form: FormData): Promise<Saved> {
        const response = await fetch("/autosave", { method: "POST", body: form });
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
        const answer = await response.json();
        if (!answer.success) throw new Error(answer.message);
        return answer;
      }
      """
    ),
    RuleExample(
      "typescript",
      "Several at once, each asked",
      """
      export async function load(id: string): Promise<[User, Cart]> {
        const [user, cart] = await Promise.all([fetch(`/users/${id}`), fetch(`/carts/${id}`)]);
                                                ^^^^^^^^^^^^^^^^^^^^^ checked
                                                                       ^^^^^^^^^^^^^^^^^^^^^ flagged high
        if (!user.ok) throw new Error(user.statusText);
        return [await user.json(), await cart.json()];
      }
      """
    ),
    RuleExample(
      "ruby",
      "The language keeps the outcome, and it is asked for",
      """
      def run_all(commands)
        commands.each do |command|
          system(*command)
          ^^^^^^^^^^^^^^^^ checked
          exit $?.exitstatus unless $?.success?
        end
      end

      def run(command)
        system(*command)
        ^^^^^^^^^^^^^^^^ flagged high
        puts "done"
      end
      """
    ),
  ]
}
