import Foundation

/// Small programs that use most of the three dialects, for tests of what must hold for every text.
enum JavaScriptSamples {
  static let all: [(path: String, text: String)] = [
    ("src/service.ts", service), ("src/legacy.js", legacy), ("src/view.tsx", view), ("src/orders.test.ts", test),
  ]

  /// The same in pieces, which end where a line of a sample says so.
  static let pieces: [(path: String, text: String)] = all.flatMap { path, text in
    text.components(separatedBy: "\n// ---\n").map { (path, $0) }
  }

  static let service = #"""
    import axios, { type AxiosInstance as Http } from 'axios';
    import * as fs from "node:fs";
    import config = require('./config');
    export { default as other } from './other';

    declare global { interface Window { shop: Shop } }
    declare module 'untyped';
    type Id<T extends string = 'a'> = T | `${T}-b` | readonly T[];
    interface Shop extends Base<string>, Other { name: string; (call: number): void; [key: string]: unknown }
    enum Color { Red = 1, Blue = hash('blue'), Green }
    export const enum Flag { On, Off }
    abstract class Base<T> { abstract run(): Promise<T>; protected constructor(private readonly x?: T) {} }

    namespace Inner.Deep {
      export function helper(this: Window, a?: number, ...rest: string[]): asserts a is number { rest.push(`${a}!`); }
      export const value = <const>['x', 1] satisfies unknown[];
    }

    // ---
    const client: Http = axios.create({ timeout: 3_000, headers: { ['x-' + name]: 'y', ...config.headers } });
    let a = 1, b = async () => { await client.get('/b'); }, [c, { d = 2, ...e }] = f();

    // ---
    /** Orders, and what becomes of them. */
    @Injectable({ scope: Scope.REQUEST })
    export class OrderService<T> extends Base<T> implements Runs, Inner.Stops {
      static #count = 0;
      static { OrderService.#count++; }
      declare readonly shop: Shop;
      @Input() name!: string;
      private cache = new Map<string, Order>();
      handler = async (event: Event): Promise<void> => { await this.run?.(event); };

      constructor(@Inject(HTTP) private readonly http: Http, public id: number | null = null) {
        super();
        this.client = new Client({ retries: 3 });
      }

      find(id: string): Order;
      find(id: number): Order;
      find(id: any): Order { return this.cache.get(id)! ?? (this.#load(id) as Order); }

      async *#load(id: number, { deep = false, limit: max }: Options = {}) {
        for (const key of ['a', 'b']) yield* this.pages(key);
        for await (const page of this.http.pages(id)) { if (!page) continue; else yield page; }
        for (let i = 0, n = 3; i < n; i++, n--) { outer: while (true) { break outer; } }
        do { id -= 1; } while (id > 0 && id !== 7);
        for (;;) { if (max == null || typeof max === 'undefined') return; }
      }

    }
    // ---
    class Charges {
      @Get(':id')
      @UseGuards(Auth)
      async charge(@Param('id') id: string, @Body() dto: ChargeDto): Promise<Receipt> {
        try {
          const [first, , third] = await Promise.all([this.http.post(`/charge/${id}`, dto), sleep(1)]);
          switch (first.status) {
            case 200: case 201: { return first.data; }
            case 404: throw new NotFound('no ' + id);
            default: log.warn(first?.status, third!.x[0]?.["y"]);
          }
        } catch (error: unknown) {
          if (error instanceof Timeout) throw error;
          throw new ChargeError('charge', { cause: error });
        } finally {
          await this.unlock().catch(() => {}).finally(done);
        }
        return Promise.reject(new Error("unreachable"));
      }

      get size(): number { return this.cache.size; }
      set size(value) { void this.reset(value), (this.n ||= 1), delete this.cache; }
    }

    // ---
    export default async function main<T,>(args: string[]): Promise<void> {
      using file = open('x');
      const load = async <T,>(x: T) => (await import('./lazy')).default(x);
      if (require.main === module) await load(args).then(show, console.error);
      else if (args.length) { label: for (const k in args) { if (k in a) continue label; } }
      return void 0;
    }
    export = main;
    """#

  static let legacy = #"""
    #!/usr/bin/env node
    'use strict';
    var express = require('express'), app = express(), { join: j, sep } = require('node:path');
    var debug = require('debug')('app'), EventEmitter = require('events').EventEmitter;
    function Order(id) { if (!(this instanceof Order)) return new Order(id); this.id = id; }
    Order.prototype.total = function total() { var self = this; return this.lines.map(function (l) { return l.n * 2 }); };
    // ---
    exports.find = module.exports.findOne = function (id, cb) {
      db.query('select ' + id, function (err, rows) {
        if (err) return cb(err);
        cb(null, rows && rows.length ? rows[0] : undefined);
      });
    };
    module.exports = { Order, join: j, async run(x = {}, ...y) { with (x) { y() } }, 'quoted-key': () => 1, [sep]: 2,
      get size() { return 0x1F + 1e3 - .5 + 10n }, nested: { deep() { debugger } } };
    // ---
    app.get('/orders/:id', auth, async (req, res, next) => {
      const order = await Order.find(req.params.id).catch(next);
      if (!order) return res.status(404).end();
      res.json({ ...order, total: order.total() });
    });
    app.use((err, req, res, next) => { res.sendStatus(500) });
    (function iife() { process.on('SIGTERM', () => server.close()); })();
    new Promise((resolve, reject) => { setTimeout(resolve, 10); }).then(v => v, e => { throw e });
    // ---
    var x = a ? b : c, y = x++ + --x, z = typeof y, re = /[/\]]+/gi, t = tag`a${x}b${y}`, q = (1, 2, 3);
    i = k = x << 2 >>> 1 & ~y | 3 ^ 4 ** 2;
    class A extends (B, C) { static async *gen() { yield await 1 } #p = 1; has(o) { return #p in o } 'str'() {} 1() {} }
    label: { break label }
    ;[1, 2].forEach(n => console.log(n)), `plain`;
    import('./x').then(({ default: d }) => d());
    main().catch((e) => { console.error(e); process.exit(1) })
    """#

  static let view = #"""
    import React, { useEffect, useState } from 'react';
    type Props = { id: string } & React.ComponentProps<'div'>;
    export const Orders: React.FC<Props> = React.memo(({ id, ...rest }) => {
      const [orders, setOrders] = useState<Order[]>([]);
      useEffect(() => {
        fetch(`/api/orders/${id}`).then((r) => r.json()).then(setOrders);
        return () => controller.abort();
      }, [id]);
      const onClick = async (e: React.MouseEvent<HTMLButtonElement>) => { e.preventDefault(); await save(orders); };
    });
    // ---
    const List = React.memo((rest) => {
      if (!orders.length) return <Empty />;
      return (
        <>
          {/* a comment */}
          <svg:rect width={10} data-id="x" {...rest} />
          <Shop.Table rows={orders} title="a &amp; b" render={(row) => <Row key={row.id} {...row} />}>
            text &nbsp; {orders.map((o) => <li key={o.id} onClick={onClick}>{o.name ?? 'none'}</li>)}
            {rest.open && <Generic<string> value={id as string} />}
          </Shop.Table>
          <br></br>
        </>
      );
    });
    const Styled = styled.div<{ wide: boolean }>`width: ${(p) => (p.wide ? 100 : 50)}%;`;
    export default function App() { return <Orders id="1" />; }
    """#

  static let test = #"""
    import { describe, it, expect, vi } from 'vitest';
    import assert, { rejects } from 'node:assert/strict';
    vi.mock('./gateway');
    // ---
    describe('orders', () => {
      let service: OrderService;
      const make = (n = 1) => new OrderService(n);
      beforeEach(async () => { service = await make().start(); });
      afterAll(function () { return service.stop(); });
      describe.each([[1, 2]])('with %i', (a, b) => {
        it('charges', async () => {
          const receipt = await service.charge(a, b);
          expect(receipt).toEqual({ ok: true });
          expect(gateway.post).toHaveBeenCalledWith('/charge', expect.anything());
          await expect(service.charge(-1)).rejects.toThrow(RangeError);
          expect(() => service.check()).not.toThrow();
          assert.equal(receipt.total, 3, 'total');
          await rejects(service.charge(0), /zero/);
          expect(receipt).to.be.an('array').that.is.not.empty;
          receipt.should.have.property('x');
        });
        it.skip(`skipped ${a}`, () => {});
      });
    });
    // ---
    describe('more', () => {
      for (const kind of ['a', 'b']) { test(kind, ({ page }, done) => { done.fail('no'); }); }
      ['x'].forEach((x) => { it('loops ' + x, () => request(app).get('/').expect(200)); });
      it('only declares');
    });
    """#
}
