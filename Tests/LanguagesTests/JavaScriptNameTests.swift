import Testing

/// Canonical paths of calls and reads.
@Suite struct JavaScriptNameTests {
  @Test func importsAreFollowed() throws {
    let found = try javaScript(
      """
      axios.get(url);
      fs.promises.readFile(path);
      if (failed(error)) return fs.constants;
      const s3 = new S3({});
      await s3.putObject({});
      const { promises: { writeFile } } = fs;
      writeFile(path);
      """,
      before: """
        import axios, { isAxiosError as failed } from "axios";
        import * as fs from "node:fs";
        import { S3 } from "@aws-sdk/client-s3";
        """,
      parameters: "url, path, error"
    )
    #expect(
      found == """
        call axios.get = axios.get by import [discarded]
          argument: argument
            value: read parameter url
        call fs.promises.readFile = fs.promises.readFile by import [discarded]
          argument: argument
            value: read parameter path
        branch [guard]
          condition: call failed = axios.isAxiosError by import
            argument: argument
              value: read parameter error
          arm: block
            return
              value: read static fs.constants = fs.constants
        assign [declares, constant]
          target: read local s3
          value: call S3 = @aws-sdk/client-s3.S3 by import [constructs]
            argument: argument
              value: collection keyed
        await
          value: call s3.putObject = @aws-sdk/client-s3.S3.putObject by constructor [awaited, discarded]
            argument: argument
              value: collection keyed
        assign [declares, constant]
          target: read local writeFile [destructured]
          value: read static fs = fs
        call writeFile = fs.promises.writeFile by import [discarded]
          argument: argument
            value: read parameter path

        """
    )
  }

  @Test func valuesAreKnownByTheCallsThatMadeThem() throws {
    let found = try javaScript(
      """
      const client = axios.create();
      client.get("/");
      const response = await fetch("/");
      const body = await response.json();
      const { data: { items }, status } = await client.get("/");
      items.map(use);
      const again = client;
      again.post("/");
      let either = a ? new Map() : new Set();
      either.get(1);
      either = new Map();
      """,
      before: """
        import axios from "axios";
        """,
      parameters: "a"
    )
    #expect(
      found == """
        assign [declares, constant]
          target: read local client
          value: call axios.create = axios.create by import
        call client.get = axios.create().get by constructor [discarded]
          argument: argument
            value: literal string "/"
        assign [declares, constant]
          target: read local response
          value: await
            value: call fetch = fetch by import [awaited]
              argument: argument
                value: literal string "/"
        assign [declares, constant]
          target: read local body
          value: await
            value: call response.json = fetch().json by constructor [awaited]
        assign [declares, constant]
          target: read local items [destructured]
          target: read local status [destructured]
          value: await
            value: call client.get = axios.create().get by constructor [awaited]
              argument: argument
                value: literal string "/"
        call items.map = axios.create().get().data.items.map by constructor [discarded]
          argument: argument
            value: read use
        assign [declares, constant]
          target: read local again
          value: read local client
        call again.post = axios.create().post by constructor [discarded]
          argument: argument
            value: literal string "/"
        assign [declares]
          target: read local either
          value: branch [expression]
            condition: read parameter a
            arm: call Map = Map by import [constructs]
            otherwise: call Set = Set by import [constructs]
        call either.get [discarded]
          argument: argument
            value: literal integer "1"
        assign
          target: read local either
          value: call Map = Map by import [constructs]

        """
    )
  }

  @Test func elementsAreKnownByTheirPlace() throws {
    let found = try javaScript(
      """
      const [first, , { status }, last] = await Promise.all([fetch("/"), pause(), fetch("/b"), new Client().load()]);
      first.json();
      last.close();
      const [a, b] = [new Client(), ...rest];
      a.close();
      """,
      before: """
        import { Client } from "client";
        """,
      parameters: "rest"
    )
    #expect(
      found == """
        assign [declares, constant]
          target: read local first [destructured]
          target: read local status [destructured]
          target: read local last [destructured]
          value: await
            value: call Promise.all = Promise.all by import [awaited]
              argument: argument
                value: collection list
                  element: call fetch = fetch by import
                    argument: argument
                      value: literal string "/"
                  element: call pause
                  element: call fetch = fetch by import
                    argument: argument
                      value: literal string "/b"
                  element: call .load = client.Client.load by constructor
                    receiver: call Client = client.Client by import [constructs]
        call first.json = fetch().json by constructor [discarded]
        call last.close = client.Client.load().close by constructor [discarded]
        assign [declares, constant]
          target: read local a [destructured]
          target: read local b [destructured]
          value: collection list
            element: call Client = client.Client by import [constructs]
            element: argument [spread]
              value: read parameter rest
        call a.close [discarded]

        """
    )
  }

  @Test func aValueOfTwoKindsIsOfNone() throws {
    let found = try javaScript(
      """
      let client = new Map();
      client.get(1);
      client = new Set();
      client.has(1);
      """
    )
    #expect(
      found == """
        assign [declares]
          target: read local client
          value: call Map = Map by import [constructs]
        call client.get = Map.get by constructor [discarded]
          argument: argument
            value: literal integer "1"
        assign
          target: read local client
          value: call Set = Set by import [constructs]
        call client.has [discarded]
          argument: argument
            value: literal integer "1"

        """
    )
  }

  @Test func declaredTypesAreFollowed() throws {
    let found = try javaScriptUnit(
      "f",
      in: """
        import { Client, Options } from "client";
        import type * as api from "./api";
        function f(client: Client, options: Readonly<Options> | undefined, nested: api.Deep.Order, map: Map<string, Client>) {
          client.send(options.retries);
          nested.pay();
          map.get("a").send();
          const other: Client = make();
          other.send();
          (make() as Client).send();
          (<Client>make()).send();
          client!.send();
        }
        """
    )
    #expect(
      found == """
        function f(client, options, nested, map)
          block
            parameter: read parameter client = client.Client
            parameter: read parameter options = client.Options
            parameter: read parameter nested = ./api.Deep.Order
            parameter: read parameter map = Map
            call client.send = client.Client.send by declaredType [discarded]
              argument: argument
                value: read parameter options.retries = client.Options.retries
            call nested.pay = ./api.Deep.Order.pay by declaredType [discarded]
            call .send = Map.get().send by constructor [discarded]
              receiver: call map.get = Map.get by declaredType
                argument: argument
                  value: literal string "a"
            assign [declares, constant]
              target: read local other
              value: call make
            call other.send = client.Client.send by declaredType [discarded]
            call .send = client.Client.send by declaredType [discarded]
              receiver: call make
            call .send = client.Client.send by declaredType [discarded]
              receiver: call make
            call client.send = client.Client.send by declaredType [discarded]

        """
    )
  }

  @Test func fieldsAreKnownByTheirClass() throws {
    let found = try javaScriptUnit(
      "Service.run",
      in: """
        import { Http, Queue } from "client";
        import Base from "base";
        class Service extends Base.Worker {
          private queue?: Queue;
          cache = new Map<string, number>();
          constructor(private readonly http: Http, url: URL) {
            super();
            this.url = url;
            this.either = new Map();
            this.either = new Set();
          }
          run() {
            this.http.get("/");
            this.queue.add(1);
            this.cache.get("a");
            this.url.toString();
            this.either.clear();
            this.run();
            super.run();
            return this.http;
          }
          other() { this.socket = new WebSocket("ws:"); }
        }
        """
    )
    #expect(
      found == """
        method Service.run()
          block
            call this.http.get = client.Http.get by declaredType [discarded]
              argument: argument
                value: literal string "/"
            call this.queue.add = client.Queue.add by declaredType [discarded]
              argument: argument
                value: literal integer "1"
            call this.cache.get = Map.get by constructor [discarded]
              argument: argument
                value: literal string "a"
            call this.url.toString = URL.toString by declaredType [discarded]
            call this.either.clear [discarded]
            call this.run [discarded]
            call super.run = base.Worker.run by declaredType [discarded]
            return
              value: read field this.http

        """
    )
  }

  @Test func chainsKeepTheirPath() throws {
    let found = try javaScript(
      """
      new Pool().connect().query("select 1");
      fetch("/").then((response) => response.json()).then((body) => body.trim());
      const pool = new Pool();
      pool.then(({ client }) => client.query("select 1"));
      process.env.HOME.trim();
      process.env["HOME"];
      """,
      before: """
        import { Pool } from "pg";
        """
    )
    #expect(
      found == """
        call .query = pg.Pool.connect().query by constructor [discarded]
          receiver: call .connect = pg.Pool.connect by constructor
            receiver: call Pool = pg.Pool by import [constructs]
          argument: argument
            value: literal string "select 1"
        call .then = fetch().then().then by constructor [discarded]
          receiver: call .then = fetch().then by constructor
            receiver: call fetch = fetch by import
              argument: argument
                value: literal string "/"
            argument: argument
              value: closure
                parameter: read parameter response
                body: block
                  return
                    value: call response.json = fetch().json by constructor [returned]
          argument: argument
            value: closure
              parameter: read parameter body
              body: block
                return
                  value: call body.trim [returned]
        assign [declares, constant]
          target: read local pool
          value: call Pool = pg.Pool by import [constructs]
        call pool.then = pg.Pool.then by constructor [discarded]
          argument: argument
            value: closure
              parameter: read parameter client [destructured]
              body: block
                return
                  value: call client.query = pg.Pool.client.query by constructor [returned]
                    argument: argument
                      value: literal string "select 1"
        call process.env.HOME.trim = process.env.HOME.trim by import [discarded]
        read element process.env = process.env
          index: literal string "HOME"

        """
    )
  }

  @Test func whatTheFileDeclaresIsNotTheLanguages() throws {
    let found = try javaScriptUnit(
      "f",
      in: """
        function fetch() {}
        const setTimeout = mine;
        function f(console) {
          fetch();
          setTimeout();
          console.log();
          Math.max();
        }
        """
    )
    #expect(
      found == """
        function f(console)
          block
            parameter: read parameter console
            call fetch [discarded]
            call setTimeout [discarded]
            call console.log [discarded]
            call Math.max = Math.max by import [discarded]

        """
    )
  }
}
