extension LanguageExamples {
  /// What Ruby code does with failures, and with waits.
  static let rubyErrors: [RuleID: [RuleExample]] = [
    .swallowedError: [
      RuleExample(
        "ruby",
        "A timeout becomes an empty list",
        #"""
        require "net/http"

        def open_orders(customer)
          response = Net::HTTP.get_response(URI("https://orders.internal/#{customer.id}"))
          JSON.parse(response.body)
        rescue StandardError => e
        ^^^^^^^^^^^^^^^^^^^^ flagged high
          Rails.logger.warn("no orders: #{e.message}")
          []
        end
        """#
      ),
      RuleExample(
        "ruby",
        "`rescue nil` behind a write",
        #"""
        def mark_paid(order_id)
          order = Order.find(order_id)
          order.update!(paid: true) rescue nil
                                           ^^^ unverified
        end
        """#
      ),
      RuleExample(
        "ruby",
        "Told to an error tracker, and raised again",
        #"""
        def charge(order)
          Stripe::Charge.create({ amount: order.total }, { idempotency_key: order.id })
        rescue Stripe::StripeError => e
        ^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          Sentry.capture_exception(e)
          raise
        end
        """#
      ),
      RuleExample(
        "ruby",
        "What is not there is an answer",
        #"""
        def settings(path)
          JSON.parse(File.read(path))
        rescue Errno::ENOENT
        ^^^^^^^^^^^^^^^^^^^^ checked
          {}
        end
        """#
      ),
    ],
    .broadCatch: [
      RuleExample(
        "ruby",
        "One handler for a request, a file and a bug in between",
        #"""
        def mirror(url, path)
          body = Faraday.get(url).body
          File.write(path, body)
        rescue Exception => e
        ^^^^^^^^^^^^^^^^ flagged
          Rails.logger.warn("mirror failed: #{e.message}")
        end
        """#
      ),
      RuleExample(
        "ruby",
        "Rolled back and handed on",
        #"""
        def import(rows)
          Order.insert_all(rows)
          File.write("imported", rows.size)
        rescue Exception
        ^^^^^^^^^^^^^^^^ checked
          FileUtils.rm_f("imported")
          raise
        end
        """#
      ),
    ],
    .missingTimeout: [
      RuleExample(
        "ruby",
        "http.rb waits for ever unless told otherwise",
        #"""
        require "http"

        def exchange_rate(currency)
          response = HTTP.get("https://rates.example.com/#{currency}")
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          response.parse["rate"] if response.status.success?
        end
        """#
      ),
      RuleExample(
        "ruby",
        "`Net::HTTP` gives up after a minute by itself",
        #"""
        require "net/http"

        def exchange_rate(currency)
          response = Net::HTTP.get_response(URI("https://rates.example.com/#{currency}"))
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          response.value
          response.body
        end
        """#
      ),
      RuleExample(
        "ruby",
        "A command under a time limit",
        #"""
        require "open3"
        require "timeout"

        def convert(path)
          Timeout.timeout(30) do
            output, status = Open3.capture2("convert", path, "out.pdf")
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
            raise output unless status.success?
          end
        end
        """#
      ),
    ],
    .uncheckedResult: [
      RuleExample(
        "ruby",
        "`save` says no, and nobody listens",
        #"""
        def rename(id, name)
          customer = Customer.find(id)
          customer.name = name
          customer.save
          ^^^^^^^^^^^^^ flagged medium
          CustomerMailer.renamed(customer).deliver_later
        end
        """#
      ),
      RuleExample(
        "ruby",
        "The outcome decides what is shown",
        #"""
        def rename(id, name)
          customer = Customer.find(id)
          customer.name = name
          if customer.save
             ^^^^^^^^^^^^^ checked
            :renamed
          else
            customer.errors.full_messages
          end
        end
        """#
      ),
      RuleExample(
        "ruby",
        "A command that may have failed",
        #"""
        def publish(path)
          system("rsync", "-a", path, "web:/srv")
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          File.delete(path)
        end
        """#
      ),
    ],
    .unawaitedTask: [
      RuleExample(
        "ruby",
        "A future whose failure nobody sees",
        #"""
        def warm(url)
          Concurrent::Promises.future { Faraday.get(url) }
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged
          :started
        end
        """#
      ),
      RuleExample(
        "ruby",
        "Joined before the answer is given",
        #"""
        def warm(url)
          thread = Thread.new { Faraday.get(url) }
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          thread.join
          :done
        end
        """#
      ),
    ],
  ]
}
