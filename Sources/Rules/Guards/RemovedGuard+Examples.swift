extension RemovedGuard {
  static let examples: [RuleExample] = [
    RuleExample(
      "python",
      "Who may do this is no longer asked",
      baseline: """
        def refund(user, payment):
            if not user.has_perm("refund"):
                raise PermissionError("not allowed")
            gateway.refund(payment)
        """,
      """
      def refund(user, payment):
          gateway.refund(payment)
          ^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      """
    ),
    RuleExample(
      "python",
      "The same check, written another way",
      baseline: """
        def ship(order):
            if order.address is None:
                raise ValueError("no address")
            carrier.ship(order)
        """,
      """
      def ship(order):
          ^^^^ checked
          if order.address is not None:
              carrier.ship(order)
          else:
              raise ValueError("no address")
      """
    ),
    RuleExample(
      "python",
      "A call that may hold the old check",
      baseline: """
        def reserve(stock, amount):
            if amount > stock.available:
                raise ValueError("out of stock")
            store.reserve(stock, amount)
        """,
      """
      def reserve(stock, amount):
          policy.ensure_available(stock, amount)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          store.reserve(stock, amount)
      """
    ),
    RuleExample(
      "typescript",
      "Whose order this is is no longer asked",
      baseline: """
        export async function pay(order: Order, userId: string) {
          if (order.ownerId !== userId) {
            throw new Error("not the owner");
          }
          await gateway.charge(order.total);
        }
        """,
      """
      export async function pay(order: Order, userId: string) {
        await gateway.charge(order.total);
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      }
      """
    ),
    RuleExample(
      "typescript",
      "The check moved into a function that is called in its place",
      baseline: """
        export async function pay(order: Order, userId: string) {
          if (order.ownerId !== userId) {
            throw new Error("not the owner");
          }
          await gateway.charge(order.total);
        }
        """,
      """
      function assertOwner(order: Order, userId: string) {
        if (order.ownerId !== userId) {
          throw new Error("not the owner");
        }
      }

      export async function pay(order: Order, userId: string) {
        assertOwner(order, userId);
        ^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        await gateway.charge(order.total);
      }
      """
    ),
    RuleExample(
      "typescript",
      "What was guarded is gone, too",
      baseline: """
        export function label(order: Order) {
          if (order.items.length === 0) {
            return "";
          }
          return order.items[0].name;
        }
        """,
      """
      export function label(order: Order) {
        return order.title;
      }
      """
    ),
    RuleExample(
      "python",
      "The same question, asked of something else",
      baseline: """
        def list_url(self, model):
            if not model.viewset.policy.user_has_any_permission(self.user, ACTIONS):
                raise PermissionDenied()
            return reverse(model.viewset.url_name("list"))
        """,
      """
      def list_url(self, model):
          if not registry.policy_of(model).user_has_any_permission(self.user, ACTIONS):
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
              raise PermissionDenied()
          return reverse(model.viewset.url_name("list"))
      """
    ),
    RuleExample(
      "python",
      "A call that is given all that the check was given",
      baseline: """
        def set_email(info, email, checkout_id, token):
            validate_one_of_args(ErrorCode, "checkout_id", checkout_id, "token", token)
            checkout = load(info, token)
            checkout.email = clean_email(email)
            checkout.save(update_fields=["email"])
            notify(checkout)
        """,
      """
      def set_email(info, email, checkout_id, token):
          checkout = get_checkout(info, checkout_id, token)
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          checkout.email = clean_email(email)
          checkout.save(update_fields=["email"])
          notify(checkout)
      """
    ),
    RuleExample(
      "python",
      "What was asked about must be given now",
      baseline: """
        def open_menu(label, user=None, rights=None):
            if user is None:
                if rights is None:
                    raise TypeError("a user is needed")
                user = rights.user
            menu = Menu(label)
            menu.show_for(user)
        """,
      """
      def open_menu(label, user):
          menu = Menu(label)
          menu.show_for(user)
      """
    ),
    RuleExample(
      "python",
      "It leaves by a function that does nothing but to raise",
      baseline: """
        class Accounts:
            def change(self, user, old, new):
                if not user.check_password(old):
                    raise InvalidCredentials("old")
                user.set_password(new)
                user.save()
        """,
      """
      class Accounts:
          def refuse(self):
              raise InvalidCredentials("old")

          def change(self, user, old, new):
              ^^^^^^ checked
              if not user.check_password(old):
                  self.refuse()
              user.set_password(new)
              user.save()
      """
    ),
    RuleExample(
      "python",
      "A check on what was made of the old value",
      baseline: """
        def save(order, tracker):
            fields = tracker.modified()
            if not fields:
                return False
            update_search(order)
            order.save(update_fields=fields)
            return True
        """,
      """
      def save(order, tracker):
          fields = tracker.modified()
          own = set(fields) - {"metadata"}
          if not own:
                 ^^^ unverified
              return False, "metadata" in fields
          update_search(order)
          order.save(update_fields=fields)
          return True
      """
    ),
    RuleExample(
      "typescript",
      "Of two queries the one behind the check is gone",
      baseline: """
        async function processBatch(limit: number) {
          const batch = await db.query(SELECT, limit);
          if (batch.length === 0) {
            return 0;
          }
          await db.query(UPDATE, batch);
          return batch.length;
        }
        """,
      """
      async function processBatch(limit: number) {
                     ^^^^^^^^^^^^ checked
        const batch = await db.query(SELECT, limit);
        if (batch.length === 0) {
          return 0;
        }
        await updateScores(batch);
        return batch.length;
      }
      """
    ),
    RuleExample(
      "typescript",
      "One more demand before the answer is yes",
      baseline: """
        function isSold(order: Order, seller: Seller): boolean {
          for (const line of order.lines) {
            if (sameId(line.sellerId, seller.id)) {
              return true;
            }
          }
          return false;
        }
        """,
      """
      function isSold(order: Order, seller: Seller): boolean {
        for (const line of order.lines) {
          if (line.sellerId && sameId(line.sellerId, seller.id)) {
            return true;
          }
        }
        return false;
      }
      """
    ),
    RuleExample(
      "typescript",
      "Only the default channel may change this, and nobody asks for it now",
      baseline: """
        class PromotionService {
          async assign(ctx: Context, input: Input): Promise<Promotion[]> {
            const main = await this.channels.getDefault(ctx);
            if (!idsAreEqual(ctx.channelId, main.id)) {
              throw new IllegalOperationError("only from the default channel");
            }
            const found = await this.connection.findByIds(ctx, input.ids);
            return this.translate(found, ctx);
          }
        }
        """,
      """
      class PromotionService {
        async assign(ctx: Context, input: Input): Promise<Promotion[]> {
          const found = await this.connection.findByIds(ctx, input.ids);
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged
          return this.translate(found, ctx);
        }
      }
      """
    ),
    RuleExample(
      "javascript",
      "The check for what was done already is gone",
      baseline: """
        async function onPaid(event) {
          if (await alreadyProcessed(event.id)) {
            return;
          }
          await orders.markPaid(event.orderId);
          await mailer.sendReceipt(event.orderId);
        }
        """,
      """
      async function onPaid(event) {
        await orders.markPaid(event.orderId);
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
        await mailer.sendReceipt(event.orderId);
      }
      """
    ),
    RuleExample(
      "javascript",
      "The guard became the arm of a branch",
      baseline: """
        function remove(user, post) {
          if (post.authorId !== user.id) {
            throw new Forbidden();
          }
          store.delete(post.id);
        }
        """,
      """
      function remove(user, post) {
               ^^^^^^ checked
        if (post.authorId === user.id) {
          store.delete(post.id);
        } else {
          throw new Forbidden();
        }
      }
      """
    ),
  ]
}
