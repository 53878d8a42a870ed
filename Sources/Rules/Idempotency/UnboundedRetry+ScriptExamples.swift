extension UnboundedRetry {
  static let scriptExamples: [RuleExample] = [
    RuleExample(
      "javascript",
      "A loop that never gives up",
      """
      import axios from 'axios';

      export async function loadProfile(id) {
        for (;;) {
          try {
            const response = await axios.get(`https://users.example.com/${id}`, { timeout: 5000 });
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
            return response.data;
          } catch (error) {
            console.warn('trying again', error.message);
          }
        }
      }
      """
    ),
    RuleExample(
      "javascript",
      "It calls itself again, for ever",
      """
      import axios from 'axios';

      export function poll(job) {
        return axios.get(`https://jobs.example.com/${job}`, { timeout: 5000 })
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          .catch(() => poll(job));
      }
      """
    ),
    RuleExample(
      "javascript",
      "It calls itself with one try less",
      """
      import axios from 'axios';

      const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

      export async function load(url, tries = 3) {
        try {
          return await axios.get(url, { timeout: 5000 });
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        } catch (error) {
          if (tries <= 1) throw error;
          await pause(2 ** (4 - tries) * 100 + Math.random() * 100);
          return load(url, tries - 1);
        }
      }
      """
    ),
    RuleExample(
      "javascript",
      "The interceptor tries again without a pause",
      """
      import axios from 'axios';
      import axiosRetry from 'axios-retry';

      const client = axios.create({ baseURL: 'https://api.example.com', timeout: 3000 });
      axiosRetry(client, { retries: 5 });
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium

      export const orders = () => client.get('/orders');
      """
    ),
    RuleExample(
      "javascript",
      "The interceptor waits longer each time",
      """
      import axios from 'axios';
      import axiosRetry, { exponentialDelay } from 'axios-retry';

      const client = axios.create({ baseURL: 'https://api.example.com', timeout: 3000 });
      axiosRetry(client, { retries: 5, retryDelay: exponentialDelay });
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked

      export const orders = () => client.get('/orders');
      """
    ),
    RuleExample(
      "javascript",
      "Both limits are in the options",
      """
      import retry from 'async-retry';
      import fetch from 'node-fetch';

      export async function page(url) {
        return retry(async () => (await fetch(url)).text(), { retries: 4 });
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      }
      """
    ),
    RuleExample(
      "javascript",
      "Every failure puts the message back",
      """
      import amqp from 'amqplib';

      export async function listen(url) {
        const connection = await amqp.connect(url);
        const channel = await connection.createChannel();
        await channel.consume('orders', async (message) => {
          try {
            await importOrder(JSON.parse(message.content));
            channel.ack(message);
          } catch (error) {
            channel.nack(message, false, true);
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          }
        });
      }
      """
    ),
    RuleExample(
      "javascript",
      "A policy that is handed in",
      """
      import pRetry from 'p-retry';
      import axios from 'axios';

      export function fetchAll(url, options) {
        return pRetry(() => axios.get(url), options);
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
      }
      """
    ),
    RuleExample(
      "javascript",
      "A stream is opened again until it is destroyed",
      """
      export class Feed {
        async open() {
          while (!this.destroyed) {
            try {
              this.socket = await fetch(this.url, { signal: this.signal });
              return;
            } catch (error) {
              await new Promise((resolve) => setTimeout(resolve, 2000));
            }
          }
        }
      }
      """
    ),
    RuleExample(
      "typescript",
      "Without an end, with a pause",
      """
      import { S3Client, GetObjectCommand } from '@aws-sdk/client-s3';

      const s3 = new S3Client({});

      export async function read(key: string) {
        while (true) {
          try {
            return await s3.send(new GetObjectCommand({ Bucket: 'invoices', Key: key }));
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          } catch (error) {
            await new Promise((resolve) => setTimeout(resolve, 500));
          }
        }
      }
      """
    ),
    RuleExample(
      "typescript",
      "Counted, and spread by chance",
      """
      import axios from 'axios';

      const MAX_ATTEMPTS = 5;

      export async function charge(order: Order): Promise<Receipt> {
        let attempt = 0;
        while (true) {
          try {
            const { data } = await axios.put<Receipt>(`https://pay.example.com/${order.id}`, order);
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
            return data;
          } catch (error) {
            attempt += 1;
            if (attempt >= MAX_ATTEMPTS) throw error;
            const delay = Math.min(1000 * 2 ** attempt, 30_000) * Math.random();
            await new Promise((resolve) => setTimeout(resolve, delay));
          }
        }
      }
      """
    ),
    RuleExample(
      "typescript",
      "Five times in a row",
      """
      import { DataSource } from 'typeorm';
      import axios from 'axios';

      export async function geocode(address: string) {
        for (let attempt = 0; attempt < 5; attempt++) {
          try {
            const answer = await axios.get('https://geo.example.com', { params: { address }, timeout: 2000 });
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
            return answer.data;
          } catch {
            // the next try may work
          }
        }
        throw new Error('no answer');
      }
      """
    ),
    RuleExample(
      "typescript",
      "Batch after batch, until one is short",
      """
      import { setTimeout } from 'timers/promises';

      export async function refresh(source: Source, size: number) {
        while (true) {
          try {
            const updated = await source.fetchBatch(size);
            if (updated < size) {
              break;
            }
            await setTimeout(100);
          } catch (error) {
            console.error('a batch failed', error);
          }
        }
      }
      """
    ),
    RuleExample(
      "typescript",
      "Options that end it",
      """
      import pRetry from 'p-retry';
      import axios from 'axios';

      export const fetchPlan = (id: string) =>
        pRetry(() => axios.get(`https://plans.example.com/${id}`), { retries: 3 });
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      """
    ),
    RuleExample(
      "typescript",
      "For ever, by its options",
      """
      import pRetry from 'p-retry';
      import axios from 'axios';

      export async function fetchPlan(id: string) {
        return pRetry(() => axios.get(`https://plans.example.com/${id}`), { retries: Infinity });
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      }
      """
    ),
    RuleExample(
      "php",
      "Until it goes through",
      #"""
      <?php
      use GuzzleHttp\Client;
      use GuzzleHttp\Exception\ConnectException;

      class Rates
      {
          public function __construct(private Client $client) {}

          public function load(string $currency): array
          {
              while (true) {
                  try {
                      $response = $this->client->get("/rates/$currency");
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
                      return json_decode((string) $response->getBody(), true);
                  } catch (ConnectException $e) {
                      usleep(100000);
                  }
              }
          }
      }
      """#
    ),
    RuleExample(
      "php",
      "Five attempts, each waits longer",
      #"""
      <?php
      use GuzzleHttp\Client;
      use GuzzleHttp\Exception\ConnectException;

      class Rates
      {
          public function __construct(private Client $client) {}

          public function load(string $currency): array
          {
              for ($attempt = 1; $attempt <= 5; $attempt++) {
                  try {
                      $response = $this->client->get("/rates/$currency");
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
                      return json_decode((string) $response->getBody(), true);
                  } catch (ConnectException $e) {
                      usleep(100000 * 2 ** $attempt);
                  }
              }
              throw new RuntimeException('no rates');
          }
      }
      """#
    ),
    RuleExample(
      "php",
      "Laravel's helper without a pause",
      #"""
      <?php
      use Illuminate\Support\Facades\Http;

      class Shipping
      {
          public function track(string $number): array
          {
              return retry(5, function () use ($number) {
                     ^^^^^ flagged medium
                  return Http::get("https://ship.example.com/$number")->json();
              });
          }
      }
      """#
    ),
    RuleExample(
      "php",
      "Laravel's client with a function of the attempt",
      #"""
      <?php
      use Illuminate\Support\Facades\Http;

      class Shipping
      {
          public function track(string $number): array
          {
              return Http::retry(5, fn (int $attempt) => $attempt * 200)->get("https://ship.example.com/$number")->json();
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          }
      }
      """#
    ),
    RuleExample(
      "ruby",
      "A bare retry",
      """
      require 'net/http'

      class Rates
        def load(currency)
          Net::HTTP.get(URI("https://rates.example.com/#{currency}"))
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
        rescue Net::OpenTimeout
          retry
        end
      end
      """
    ),
    RuleExample(
      "ruby",
      "A count, and longer pauses",
      """
      require 'net/http'

      class Rates
        def load(currency)
          attempts = 0
          begin
            Net::HTTP.get(URI("https://rates.example.com/#{currency}"))
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          rescue Net::OpenTimeout
            attempts += 1
            raise if attempts > 4
            sleep(2**attempts)
            retry
          end
        end
      end
      """
    ),
    RuleExample(
      "ruby",
      "A count and no pause",
      """
      require 'net/http'

      class Rates
        def load(currency)
          attempts ||= 0
          Net::HTTP.get(URI("https://rates.example.com/#{currency}"))
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        rescue Net::OpenTimeout
          retry if (attempts += 1) < 5
          raise
        end
      end
      """
    ),
    RuleExample(
      "ruby",
      "The gem leaves time and ends",
      """
      require 'retriable'
      require 'net/http'

      class Rates
        def load(currency)
          Retriable.retriable(on: Net::OpenTimeout, tries: 5) do
          ^^^^^^^^^^^^^^^^^^^ checked
            Net::HTTP.get(URI("https://rates.example.com/#{currency}"))
          end
        end
      end
      """
    ),
  ]
}
