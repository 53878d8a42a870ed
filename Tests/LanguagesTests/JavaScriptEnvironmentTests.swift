import Testing

/// What the names of a file stand for.
@Suite struct JavaScriptEnvironmentTests {
  @Test func importsHaveCanonicalNames() throws {
    let found = try javaScriptNames(
      """
      import axios from "axios";
      import * as fs from "node:fs";
      import { readFile as read, default as all } from "fs/promises";
      import type { Order } from "./order";
      import express, { type Router } from "express";
      import legacy = require("legacy");
      import Alias = express.Application;
      const path = require("path"), { join, sep: separator } = require("node:path");
      const Emitter = require("events").EventEmitter, wrapped = require("wrapped").default;
      const lazy = await import("./lazy");
      """
    )
    #expect(
      found == """
        Alias: imported express.Application
        Emitter: imported events.EventEmitter
        Order: imported ./order.Order
        Router: imported express.Router
        all: imported fs/promises
        axios: imported axios
        express: imported express
        fs: imported fs
        join: imported path.join
        lazy: imported ./lazy
        legacy: imported legacy
        path: imported path
        read: imported fs/promises.readFile
        separator: imported path.sep
        wrapped: imported wrapped

        """
    )
  }

  @Test func valuesAreKnownByWhatMadeThem() throws {
    let found = try javaScriptNames(
      """
      import axios, { AxiosInstance } from "axios";
      import Stripe from "stripe";
      const client = axios.create();
      const stripe = new Stripe("key"), { charges } = stripe;
      export const app: AxiosInstance = make();
      const cast = make() as AxiosInstance;
      const get = axios.get;
      let later;
      later = new Stripe("key");
      const cache = new Map();
      const response = await fetch("/");
      function plain() {}
      async function slow() {}
      const arrow = async () => {};
      class Local {}
      const made = new Local(), unknown = make();
      """
    )
    #expect(
      found == """
        AxiosInstance: imported axios.AxiosInstance
        Local: type
        Stripe: imported stripe
        app: value of axios.AxiosInstance by declaredType
        arrow: async function
        axios: imported axios
        cache: value of Map by constructor
        cast: value of axios.AxiosInstance by declaredType
        charges: value of stripe.charges by constructor
        client: value of axios.create() by constructor
        get: imported axios.get
        later: value of stripe by constructor
        made: value
        plain: function
        response: value of fetch() by constructor
        slow: async function
        stripe: value of stripe by constructor
        unknown: value

        """
    )
  }

  @Test func groupsOfTestsDeclareNamesToo() throws {
    let found = try javaScriptNames(
      """
      import { Client } from "client";
      describe("a", () => {
        const client = new Client();
        const other = new Client();
        function helper() {}
        describe("b", () => { const other = 1; });
      });
      """,
      path: "src/orders.test.ts"
    )
    #expect(
      found == """
        Client: imported client.Client
        client: value of client.Client by constructor
        helper: function
        other: value

        """
    )
  }
}
