let callOrderExamples = callOrderScripting + callOrderCompiled + callOrderInOrder

private let callOrderScripting: [RuleExample] = [
  RuleExample(
    "python",
    "Written behind the close",
    """
    def export(path, orders):
        out = open(path, "w")
        for order in orders:
            out.write(order.line)
        out.close()
        out.write("end")
        ^^^^^^^^^^^^^^^^ flagged high
    """
  ),
  RuleExample(
    "python",
    "Closed behind the last use, and asked for its name",
    """
    def export(path, orders):
        out = open(path, "w")
        out.write(str(len(orders)))
        out.close()
        ^^^^^^^^^^^ checked
        return out.name
    """
  ),
  RuleExample(
    "python",
    "Closed, and opened again",
    """
    def rotate(path, line):
        out = open(path, "w")
        out.write(line)
        out.close()
        ^^^^^^^^^^^ checked
        out = open(path + ".1", "w")
        out.write(line)
        out.close()
        ^^^^^^^^^^^ checked
    """
  ),
  RuleExample(
    "python",
    "Noted behind the last commit",
    """
    from sqlalchemy.orm import Session

    def register(session: Session, user, visit):
        session.add(user)
        session.commit()
        session.add(visit)
        ^^^^^^^^^^^^^^^^^^ flagged medium
        return user.id
    """
  ),
  RuleExample(
    "python",
    "Noted before the commit",
    """
    from sqlalchemy.orm import Session

    def register(session: Session, user, visit):
        session.add(user)
        session.add(visit)
        session.commit()
        ^^^^^^^^^^^^^^^^ checked
        return user.id
    """
  ),
  RuleExample(
    "python",
    "The job starts before its row can be seen",
    """
    from django.db import transaction
    from shop.models import Order
    from shop.tasks import ship

    def place(cart):
        with transaction.atomic():
            order = Order.objects.create(cart=cart)
            ship.delay(order.id)
            ^^^^^^^^^^^^^^^^^^^^ flagged medium
    """
  ),
  RuleExample(
    "python",
    "The job starts when the row can be seen",
    """
    from django.db import transaction
    from shop.models import Order
    from shop.tasks import ship

    def place(cart):
        with transaction.atomic():
            order = Order.objects.create(cart=cart)
            transaction.on_commit(lambda: ship.delay(order.id))
                                          ^^^^^^^^^^^^^^^^^^^^ checked
    """
  ),
  RuleExample(
    "python",
    "The cache is emptied too early",
    """
    from django.core.cache import cache
    from shop.models import Price

    def reprice(key, amount):
        cache.delete(key)
        ^^^^^^^^^^^^^^^^^ flagged medium
        Price.objects.filter(key=key).update(amount=amount)
    """
  ),
  RuleExample(
    "python",
    "The cache is emptied behind the write",
    """
    from django.core.cache import cache
    from shop.models import Price

    def reprice(key, amount):
        Price.objects.filter(key=key).update(amount=amount)
        cache.delete(key)
        ^^^^^^^^^^^^^^^^^ checked
    """
  ),
  RuleExample(
    "python",
    "Done, and then asked",
    """
    from django.core.exceptions import PermissionDenied
    from shop.models import Order

    def cancel(user, key):
        Order.objects.filter(key=key, user=user).delete()
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
        if not user.is_manager:
            raise PermissionDenied(key)
    """
  ),
  RuleExample(
    "python",
    "Asked, and then done",
    """
    from django.core.exceptions import PermissionDenied
    from shop.models import Order

    def cancel(user, key):
        if not user.is_manager:
           ^^^^^^^^^^^^^^^^^^^ checked
            raise PermissionDenied(key)
        Order.objects.filter(key=key, user=user).delete()
    """
  ),
  RuleExample(
    "typescript",
    "Answered twice",
    """
    import { Request, Response } from "express";

    export function show(req: Request, res: Response) {
      if (!req.query.id) {
        res.status(400).json({ error: "id" });
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      }
      res.json({ id: req.query.id });
    }
    """
  ),
  RuleExample(
    "typescript",
    "The way ends with the answer",
    """
    import { Request, Response } from "express";

    export function show(req: Request, res: Response) {
      if (!req.query.id) {
        res.status(400).json({ error: "id" });
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        return;
      }
      res.json({ id: req.query.id });
    }
    """
  ),
  RuleExample(
    "typescript",
    "One of two answers",
    """
    import { Request, Response } from "express";

    export function show(req: Request, res: Response) {
      if (!req.query.id) {
        res.status(400).json({ error: "id" });
      } else {
        res.json({ id: req.query.id });
      }
    }
    """
  ),
  RuleExample(
    "javascript",
    "Written behind the end",
    """
    import fs from "fs";

    export function dump(path, rows) {
      const out = fs.createWriteStream(path);
      for (const row of rows) out.write(row);
      out.end();
      out.write("end");
      ^^^^^^^^^^^^^^^^ flagged high
    }

    export function store(path, rows) {
      const out = fs.createWriteStream(path);
      out.write(rows.join());
      out.end();
      ^^^^^^^^^ checked
    }
    """
  ),
  RuleExample(
    "ruby",
    "Written behind the close",
    """
    def export(path, orders)
      out = File.open(path, "w")
      out.write(orders.size)
      out.close
      out.write("end")
      ^^^^^^^^^^^^^^^^ flagged high
    end

    def store(path, orders)
      out = File.open(path, "w")
      out.write(orders.size)
      out.close
      ^^^^^^^^^ checked
    end
    """
  ),
  RuleExample(
    "ruby",
    "Whether the queue waits is configured elsewhere",
    """
    class Orders
      def place(cart)
        Order.transaction do
          order = Order.create!(cart: cart)
          ShipJob.perform_later(order.id)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
        end
      end
    end
    """
  ),
  RuleExample(
    "ruby",
    "Rendered, and then redirected",
    """
    class OrdersController < ApplicationController
      def show
        if params[:id].nil?
          render json: {}, status: 400
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        end
        redirect_to orders_path
      end
    end
    """
  ),
  RuleExample(
    "php",
    "Written behind the close",
    """
    <?php
    function export(string $path, array $orders): void
    {
        $out = fopen($path, 'w');
        fwrite($out, (string) count($orders));
        fclose($out);
        fwrite($out, 'end');
        ^^^^^^^^^^^^^^^^^^^ flagged high
    }

    function store(string $path, array $orders): void
    {
        $out = fopen($path, 'w');
        fwrite($out, (string) count($orders));
        fclose($out);
        ^^^^^^^^^^^^ checked
    }
    """
  ),
  RuleExample(
    "php",
    "Whether the queue waits is configured elsewhere",
    """
    <?php
    use Illuminate\\Support\\Facades\\DB;
    use Illuminate\\Support\\Facades\\Queue;

    class Orders
    {
        public function place(array $cart): void
        {
            DB::transaction(function () use ($cart) {
                DB::table('orders')->insert($cart);
                Queue::push('ship', $cart);
                ^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
            });
        }
    }
    """
  ),
]
