extension UnboundedConcurrency {
  static let firstExamples: [RuleExample] = [
    RuleExample(
      "python",
      "A request for each address, all at once",
      """
      import asyncio
      import httpx

      async def load(client: httpx.AsyncClient, urls: list[str]) -> list[httpx.Response]:
          return await asyncio.gather(*[client.get(url) for url in urls])
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      """
    ),
    RuleExample(
      "python",
      "The function that each of them runs stands in the same file",
      """
      import asyncio
      import aiohttp

      async def fetch(session: aiohttp.ClientSession, url: str) -> str:
          async with session.get(url) as response:
              return await response.text()

      async def crawl(session: aiohttp.ClientSession, urls: list[str]) -> list[str]:
          tasks = []
          for url in urls:
              tasks.append(asyncio.create_task(fetch(session, url)))
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          return await asyncio.gather(*tasks)
      """
    ),
    RuleExample(
      "python",
      "A semaphore lets ten through",
      """
      import asyncio
      import httpx

      async def load(client: httpx.AsyncClient, urls: list[str]):
          slots = asyncio.Semaphore(10)

          async def one(url: str):
              async with slots:
                  return await client.get(url)

          return await asyncio.gather(*[one(url) for url in urls])
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      """
    ),
    RuleExample(
      "python",
      "The limit is a field of the object",
      """
      import asyncio
      import httpx

      class Loader:
          def __init__(self, client: httpx.AsyncClient):
              self.client = client
              self.slots = asyncio.Semaphore(10)

          async def one(self, url: str):
              async with self.slots:
                  return await self.client.get(url)

          async def all(self, urls: list[str]):
              return await asyncio.gather(*(self.one(url) for url in urls))
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      """
    ),
    RuleExample(
      "python",
      "How many the limiter lets through is not to be seen",
      """
      import asyncio
      import httpx

      async def load(client: httpx.AsyncClient, limiter, urls: list[str]):
          async def one(url: str):
              async with limiter:
                  return await client.get(url)

          return await asyncio.gather(*[one(url) for url in urls])
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
      """
    ),
    RuleExample(
      "python",
      "A thread for each file",
      """
      import threading
      import requests

      def upload(path):
          with open(path, "rb") as file:
              requests.post("https://files.example.com", data=file, timeout=30)

      def upload_all(paths):
          for path in paths:
              threading.Thread(target=upload, args=(path,)).start()
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      """
    ),
    RuleExample(
      "python",
      "Two that are written out",
      """
      import asyncio
      import httpx

      async def load(client: httpx.AsyncClient, user: str):
          profile, orders = await asyncio.gather(
              client.get(f"/users/{user}"), client.get(f"/orders/{user}")
          )
          return profile.json(), orders.json()
      """
    ),
    RuleExample(
      "python",
      "A pool of threads has its own size",
      """
      from concurrent.futures import ThreadPoolExecutor
      import requests

      def load(urls):
          with ThreadPoolExecutor(max_workers=8) as pool:
              futures = [pool.submit(requests.get, url, timeout=5) for url in urls]
              return [future.result() for future in futures]
      """
    ),
    RuleExample(
      "javascript",
      "A request for each item of the body",
      """
      const express = require("express");
      const axios = require("axios");
      const app = express();

      app.post("/prices", async (req, res) => {
        const prices = await Promise.all(req.body.items.map((item) => axios.get(`/prices/${item.id}`)));
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        res.json(prices.map((price) => price.data));
      });
      """
    ),
    RuleExample(
      "javascript",
      "A limiter of five",
      """
      const pLimit = require("p-limit");
      const axios = require("axios");

      async function prices(items) {
        const limit = pLimit(5);
        return Promise.all(items.map((item) => limit(() => axios.get(`/prices/${item.id}`))));
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      }
      """
    ),
    RuleExample(
      "javascript",
      "Collected in a loop, and waited for together",
      """
      const axios = require("axios");

      async function warm(urls) {
        const pending = [];
        for (const url of urls) {
          pending.push(axios.get(url));
        }
        await Promise.all(pending);
              ^^^^^^^^^^^^^^^^^^^^ flagged medium
      }
      """
    ),
    RuleExample(
      "typescript",
      "In parts of ten",
      """
      import axios from "axios";
      import { chunk } from "lodash";

      export async function notify(urls: string[]) {
        for (const part of chunk(urls, 10)) {
          await Promise.all(part.map((url) => axios.post(url, {})));
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        }
      }
      """
    ),
    RuleExample(
      "typescript",
      "Whether each of them leaves the process",
      """
      export class Importer {
        constructor(private readonly client: CatalogClient) {}

        async run(rows: Row[]) {
          await Promise.all(rows.map(async (row) => this.client.create(row)));
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
        }
      }
      """
    ),
    RuleExample(
      "typescript",
      "Work that stays here",
      """
      export async function render(pages: Page[]): Promise<string[]> {
        return Promise.all(pages.map(async (page) => compile(page.template, page.data)));
      }
      """
    ),
    RuleExample(
      "typescript",
      "All files of a folder, read at once",
      """
      import { readdir, readFile } from "fs/promises";

      export async function load(folder: string) {
        const names = await readdir(folder);
        return Promise.all(names.map((name) => readFile(`${folder}/${name}`, "utf8")));
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      }
      """
    ),
    RuleExample(
      "go",
      "A goroutine for each address",
      """
      package crawl

      import (
          "net/http"
          "sync"
      )

      func all(client *http.Client, urls []string) {
          var group sync.WaitGroup
          for _, url := range urls {
              group.Add(1)
              go func(url string) {
              ^^^^^^^^^^^^^^^^^^^^ flagged medium
                  defer group.Done()
                  client.Get(url)
              }(url)
          }
          group.Wait()
      }
      """
    ),
    RuleExample(
      "go",
      "A group with a limit",
      """
      package crawl

      import (
          "context"
          "net/http"

          "golang.org/x/sync/errgroup"
      )

      func all(ctx context.Context, client *http.Client, urls []string) error {
          group, _ := errgroup.WithContext(ctx)
          group.SetLimit(8)
          for _, url := range urls {
              group.Go(func() error {
              ^^^^^^^^ checked
                  response, err := client.Get(url)
                  if err != nil {
                      return err
                  }
                  return response.Body.Close()
              })
          }
          return group.Wait()
      }
      """
    ),
    RuleExample(
      "go",
      "A channel with room for ten",
      """
      package crawl

      import "net/http"

      func all(client *http.Client, urls []string) {
          slots := make(chan struct{}, 10)
          for _, url := range urls {
              slots <- struct{}{}
              go func(url string) {
              ^^^^^^^^^^^^^^^^^^^^ checked
                  defer func() { <-slots }()
                  client.Get(url)
              }(url)
          }
      }
      """
    ),
    RuleExample(
      "go",
      "A number of workers",
      """
      package crawl

      import "net/http"

      func start(client *http.Client, workers int, urls chan string) {
          for i := 0; i < workers; i++ {
              go func(number int) {
                  for url := range urls {
                      client.Get(url)
                  }
              }(i)
          }
      }
      """
    ),
  ]
}
