extension UnhandledFailure {
  static let examples: [RuleExample] = [
    RuleExample(
      "python",
      "Only a 404 is looked for",
      """
      import requests

      def find(user_id):
          response = requests.get(f"https://users.example.com/{user_id}", timeout=5)
          if response.status_code == 404:
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
              return None
          return response.json()["user"]
      """
    ),
    RuleExample(
      "python",
      "A 404, and then every other failure",
      """
      import requests

      def find(user_id):
          response = requests.get(f"https://users.example.com/{user_id}", timeout=5)
          if response.status_code == 404:
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
              return None
          response.raise_for_status()
          return response.json()["user"]
      """
    ),
    RuleExample(
      "python",
      "Somebody else is given the answer",
      """
      import requests

      def find(user_id):
          response = requests.get(f"https://users.example.com/{user_id}", timeout=5)
          if response.status_code == 404:
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
              return None
          return to_user(response)
      """
    ),
    RuleExample(
      "python",
      "What is raised goes to the caller",
      """
      import requests

      def find(user_id):
          response = requests.get(f"https://users.example.com/{user_id}", timeout=5)
          response.raise_for_status()
          return response.json()["user"]
      """
    ),
    RuleExample(
      "javascript",
      "A listener that waits, and nobody for it",
      """
      import axios from 'axios';
      import { EventEmitter } from 'events';

      export function connect(bus) {
        bus.on('order', async (order) => {
          await axios.put(`https://erp.example.com/orders/${order.id}`, order);
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        });
      }
      """
    ),
    RuleExample(
      "javascript",
      "A listener that takes what fails",
      """
      import axios from 'axios';

      export function connect(bus, log) {
        bus.on('order', async (order) => {
          try {
            await axios.put(`https://erp.example.com/orders/${order.id}`, order);
          } catch (error) {
            log.error('the order was not sent', error);
            bus.emit('failed', order);
          }
        });
      }
      """
    ),
    RuleExample(
      "javascript",
      "A route of which the router may know nothing",
      """
      import axios from 'axios';
      import express from 'express';

      const app = express();

      app.get('/rates', async (req, res) => {
        const rates = await axios.get('https://rates.example.com', { timeout: 2000 });
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
        res.json(rates.data);
      });
      """
    ),
    RuleExample(
      "typescript",
      "Any answer but a 404 is taken for the profile",
      """
      export async function profile(id: string): Promise<Profile | null> {
        const response = await fetch(`https://users.example.com/${id}`, { signal: AbortSignal.timeout(5000) });
        if (response.status === 404) {
            ^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          return null;
        }
        return await response.json();
      }
      """
    ),
    RuleExample(
      "typescript",
      "A 404, and every answer that is not fine",
      """
      export async function profile(id: string): Promise<Profile | null> {
        const response = await fetch(`https://users.example.com/${id}`, { signal: AbortSignal.timeout(5000) });
        if (response.status === 404) {
            ^^^^^^^^^^^^^^^^^^^^^^^ checked
          return null;
        }
        if (!response.ok) {
          throw new Error(`no profile: ${response.status}`);
        }
        return await response.json();
      }
      """
    ),
    RuleExample(
      "php",
      "Any answer but a 404 is taken for the user",
      #"""
      <?php
      use Illuminate\Support\Facades\Http;

      class Users
      {
          public function find(int $id): ?array
          {
              $response = Http::get("https://users.example.com/$id");
              if ($response->status() === 404) {
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
                  return null;
              }
              return $response->json();
          }
      }
      """#
    ),
    RuleExample(
      "php",
      "A 404, and every other failure raises",
      #"""
      <?php
      use Illuminate\Support\Facades\Http;

      class Users
      {
          public function find(int $id): ?array
          {
              $response = Http::get("https://users.example.com/$id");
              if ($response->status() === 404) {
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
                  return null;
              }
              if ($response->failed()) {
                  throw new RuntimeException('no user');
              }
              return $response->json();
          }
      }
      """#
    ),
    RuleExample(
      "ruby",
      "Any answer but a 404 is taken for the user",
      """
      require 'faraday'
      require 'json'

      class Users
        def find(id)
          response = Faraday.get("https://users.example.com/#{id}")
          return nil if response.status == 404
                        ^^^^^^^^^^^^^^^^^^^^^^ flagged medium

          JSON.parse(response.body)
        end
      end
      """
    ),
    RuleExample(
      "ruby",
      "A 404, and every answer that is no success",
      """
      require 'faraday'
      require 'json'

      class Users
        def find(id)
          response = Faraday.get("https://users.example.com/#{id}")
          return nil if response.status == 404
                        ^^^^^^^^^^^^^^^^^^^^^^ checked
          raise 'no user' unless response.success?

          JSON.parse(response.body)
        end
      end
      """
    ),
  ]
}
