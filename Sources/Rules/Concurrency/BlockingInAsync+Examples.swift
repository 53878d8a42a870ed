extension BlockingInAsync {
  static let firstExamples: [RuleExample] = [
    RuleExample(
      "python",
      "A synchronous client in an asynchronous function",
      """
      import requests
      from fastapi import FastAPI

      app = FastAPI()

      @app.get("/rates/{currency}")
      async def rate(currency: str):
          response = requests.get(f"https://rates.example.com/{currency}", timeout=3)
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          response.raise_for_status()
          return response.json()
      """
    ),
    RuleExample(
      "python",
      "The same client in a function that runs in a pool",
      """
      import requests
      from fastapi import FastAPI

      app = FastAPI()

      @app.get("/rates/{currency}")
      def rate(currency: str):
          response = requests.get(f"https://rates.example.com/{currency}", timeout=3)
          response.raise_for_status()
          return response.json()
      """
    ),
    RuleExample(
      "python",
      "A pause that stops everybody",
      """
      import asyncio
      import time

      async def poll(client, job):
          while not await client.done(job):
              time.sleep(2)
              ^^^^^^^^^^^^^ flagged high
          return await client.result(job)
      """
    ),
    RuleExample(
      "python",
      "Handed to a thread",
      """
      import asyncio
      import requests

      async def fetch(url):
          return await asyncio.to_thread(requests.get, url, timeout=5)
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      """
    ),
    RuleExample(
      "python",
      "A file is read while others wait",
      """
      async def template(name: str) -> str:
          with open(f"templates/{name}.html") as file:
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
              return file.read()
      """
    ),
    RuleExample(
      "python",
      "A query by a driver that waits",
      """
      import sqlite3

      async def total(path: str, day: str) -> int:
          connection = sqlite3.connect(path)
                       ^^^^^^^^^^^^^^^^^^^^^ flagged high
          row = connection.execute("SELECT SUM(amount) FROM orders WHERE day = ?", (day,))
          return row.fetchone()[0]
      """
    ),
    RuleExample(
      "python",
      "Given to a pool by the loop",
      """
      import asyncio
      import functools
      import subprocess

      async def convert(source, target):
          loop = asyncio.get_running_loop()
          await loop.run_in_executor(None, functools.partial(subprocess.run, ["convert", source, target], check=True))
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      """
    ),
    RuleExample(
      "python",
      "A function inside that somebody else may run in a thread",
      """
      import time
      from starlette.concurrency import run_in_threadpool

      async def slow(job):
          def work():
              time.sleep(job.seconds)
              return job.id
          return await run_in_threadpool(work)
      """
    ),
    RuleExample(
      "python",
      "Before the loop serves anybody",
      """
      from contextlib import asynccontextmanager
      from pathlib import Path

      @asynccontextmanager
      async def lifespan(app):
          app.state.key = Path("key.pem").read_text()
          yield
      """
    ),
    RuleExample(
      "python",
      "To give way once",
      """
      import time

      async def step(queue):
          time.sleep(0)
          return await queue.get()
      """
    ),
    RuleExample(
      "javascript",
      "A file is read inside of a request handler",
      """
      const express = require("express");
      const fs = require("fs");

      const router = express.Router();

      router.get("/terms", (req, res) => {
        const text = fs.readFileSync("terms.html", "utf8");
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        res.send(text);
      });
      """
    ),
    RuleExample(
      "javascript",
      "A password is hashed on the one loop",
      """
      const crypto = require("crypto");
      const express = require("express");
      const app = express();

      app.post("/login", async (req, res) => {
        const user = await users.find(req.body.name);
        const key = crypto.scryptSync(req.body.password, user.salt, 64);
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
        res.json({ ok: crypto.timingSafeEqual(key, user.key) });
      });
      """
    ),
    RuleExample(
      "javascript",
      "Read once, when the module is loaded",
      """
      const fs = require("fs");
      const express = require("express");
      const terms = fs.readFileSync("terms.html", "utf8");
      const router = express.Router();

      router.get("/terms", (req, res) => {
        res.send(terms);
      });
      """
    ),
    RuleExample(
      "javascript",
      "The loop is not held",
      """
      const fs = require("fs/promises");
      const express = require("express");
      const router = express.Router();

      router.get("/terms", async (req, res) => {
        res.send(await fs.readFile("terms.html", "utf8"));
      });
      """
    ),
    RuleExample(
      "typescript",
      "A tool of the system, while others wait",
      """
      import { execSync } from "child_process";
      import { Router } from "express";

      const router = Router();

      router.post("/thumbnails", async (req, res) => {
        execSync(`convert ${req.body.source} thumb.png`);
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
        res.sendStatus(204);
      });
      """
    ),
    RuleExample(
      "typescript",
      "Who calls it is not to be seen",
      """
      import fs from "fs";

      export class Templates {
        async render(name: string): Promise<string> {
          const text = fs.readFileSync(`templates/${name}.html`, "utf8");
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          return this.engine.render(text);
        }
      }
      """
    ),
    RuleExample(
      "typescript",
      "The work is done by others",
      """
      import { execFile } from "child_process";
      import { promisify } from "util";
      const run = promisify(execFile);

      export async function thumbnail(source: string) {
        await run("convert", [source, "thumb.png"], { timeout: 10_000 });
      }
      """
    ),
    RuleExample(
      "csharp",
      "A task is waited for by holding the thread",
      """
      using System.Net.Http;
      using System.Threading.Tasks;

      public class Rates
      {
          private readonly HttpClient _http;

          public Rates(HttpClient http) { _http = http; }

          public async Task<string> Load(string currency)
          {
              var text = _http.GetStringAsync($"/rates/{currency}").Result;
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
              await Store(currency, text);
              return text;
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "The result of a task that is done",
      """
      using System.Net.Http;
      using System.Threading.Tasks;

      public class Pages
      {
          private readonly HttpClient _http;

          public async Task<string> Both()
          {
              var first = _http.GetStringAsync("/first");
              var second = _http.GetStringAsync("/second");
              await Task.WhenAll(first, second);
              return first.Result + second.Result;
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "A pause that holds a thread of the pool",
      """
      using System.Threading;
      using System.Threading.Tasks;

      public class Poller
      {
          public async Task WaitFor(Job job)
          {
              while (!await job.IsDoneAsync())
              {
                  Thread.Sleep(500);
                  ^^^^^^^^^^^^^^^^^ flagged high
              }
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "Held in a thread of its own",
      """
      using System.Threading;
      using System.Threading.Tasks;

      public class Reports
      {
          public async Task<byte[]> Render(Report report)
          {
              return await Task.Run(() =>
              {
                  Thread.Sleep(report.Delay);
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
                  return report.Draw();
              });
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "A property that is called Result",
      """
      using System.Threading.Tasks;

      public class Handler
      {
          public async Task<int> Handle(Command command)
          {
              var outcome = await command.RunAsync();
              return outcome.Result;
          }
      }
      """
    ),
    RuleExample(
      "go",
      "A goroutine gives its thread away while it waits",
      """
      package jobs

      import (
          "net/http"
          "time"
      )

      func poll(client *http.Client, url string) {
          go func() {
              time.Sleep(2 * time.Second)
              client.Get(url)
          }()
      }
      """
    ),
  ]
}
