extension LanguageExamples {
  /// What Ruby code does outside of itself, and what a change of it takes away.
  static let rubyEffects: [RuleID: [RuleExample]] = [
    .checkThenAct: [
      RuleExample(
        "ruby",
        "A look, then a row",
        #"""
        def redeem(user, code)
          raise Used if Coupon.exists?(user: user, code: code)

          Coupon.create!(user: user, code: code)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        end
        """#
      ),
      RuleExample(
        "ruby",
        "The row is locked first",
        #"""
        def withdraw(id, amount)
          Account.transaction do
            account = Account.lock.find(id)
            raise Overdrawn if account.balance < amount

            account.update!(balance: account.balance - amount)
          end
        end
        """#
      ),
      RuleExample(
        "ruby",
        "The write itself creates once",
        #"""
        def redeem(user, code)
          return if Coupon.exists?(user: user, code: code)

          Coupon.create_or_find_by!(user: user, code: code)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        end
        """#
      ),
    ],
    .retryWithoutIdempotency: [
      RuleExample(
        "ruby",
        "A charge that may be made three times",
        #"""
        def charge(order)
          tries = 0
          begin
            Stripe::Charge.create(amount: order.total, currency: "eur", source: order.card)
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          rescue Stripe::APIConnectionError
            tries += 1
            retry if tries < 3
            raise
          end
        end
        """#
      ),
      RuleExample(
        "ruby",
        "A key that is the same in every attempt",
        #"""
        def charge(order)
          Retriable.retriable(tries: 3) do
            Stripe::Charge.create({ amount: order.total, source: order.card }, { idempotency_key: order.id })
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          end
        end
        """#
      ),
    ],
    .removedGuard: [
      RuleExample(
        "ruby",
        "Who may do this is no longer asked",
        baseline: #"""
          def refund(user, payment)
            raise NotAllowed unless user.can?(:refund)

            gateway.refund(payment)
          end
          """#,
        #"""
        def refund(user, payment)
          gateway.refund(payment)
          ^^^^^^^^^^^^^^^^^^^^^^^ flagged high
        end
        """#
      ),
      RuleExample(
        "ruby",
        "The same check, written another way",
        baseline: #"""
          def ship(order)
            raise NoAddress if order.address.nil?

            carrier.ship(order)
          end
          """#,
        #"""
        def ship(order)
            ^^^^ checked
          if order.address
            carrier.ship(order)
          else
            raise NoAddress
          end
        end
        """#
      ),
    ],
    .weakenedHandler: [
      RuleExample(
        "ruby",
        "A rethrow became a log and an empty list",
        baseline: #"""
          def open_orders(id)
            JSON.parse(Faraday.get("https://orders.internal/#{id}").body)
          rescue Faraday::Error => e
            Rails.logger.error(e)
            raise
          end
          """#,
        #"""
        def open_orders(id)
          JSON.parse(Faraday.get("https://orders.internal/#{id}").body)
        rescue Faraday::Error => e
        ^^^^^^^^^^^^^^^^^^^^^ flagged high
          Rails.logger.error(e)
          []
        end
        """#
      ),
      RuleExample(
        "ruby",
        "It is told to more people than before",
        baseline: #"""
          def open_orders(id)
            JSON.parse(Faraday.get("https://orders.internal/#{id}").body)
          rescue Faraday::Error => e
            Rails.logger.error(e)
            raise
          end
          """#,
        #"""
        def open_orders(id)
          JSON.parse(Faraday.get("https://orders.internal/#{id}").body)
        rescue Faraday::Error => e
        ^^^^^^^^^^^^^^^^^^^^^ checked
          Sentry.capture_exception(e)
          raise OrdersUnavailable, id
        end
        """#
      ),
    ],
    .fabricatedResult: [
      RuleExample(
        "ruby",
        "A customer that nobody stored",
        #"""
        def load_customer(id)
          JSON.parse(HTTParty.get("https://crm.internal/#{id}").body)
        rescue HTTParty::Error
        ^^^^^^^^^^^^^^^^^^^^^^ flagged high
          { "id" => id, "name" => "John Doe", "email" => "john@shop.test", "tier" => "gold" }
        end
        """#
      ),
      RuleExample(
        "ruby",
        "What was read last time stands in, by its name",
        #"""
        class Rates
          def current
            @last = JSON.parse(Faraday.get("https://rates.internal").body)
          rescue Faraday::Error => e
            Rails.logger.warn(e)
            raise if @last.nil?
            @last
          end
        end
        """#
      ),
    ],
    .ioInLoop: [
      RuleExample(
        "ruby",
        "A query for each order",
        #"""
        def with_customers(orders)
          orders.each do |order|
            order.customer = Customer.find_by(id: order.customer_id)
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          end
          orders
        end
        """#
      ),
      RuleExample(
        "ruby",
        "Each round takes a batch",
        #"""
        def store(rows)
          rows.each_slice(500) do |part|
            Price.insert_all(part)
            ^^^^^^^^^^^^^^^^^^^^^^ checked
          end
        end
        """#
      ),
    ],
  ]
}
