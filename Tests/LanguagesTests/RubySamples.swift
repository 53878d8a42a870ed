import Behaviour
import Languages
import Testing

/// The statements of a method with this body, as its tree prints, without the block around them.
func ruby(_ body: String, parameters: String = "", before: String = "", path: String = "a.rb") throws -> String {
  let text = before + "\ndef f(" + parameters + ")\n" + body + "\nend\n"
  let tree = try Reading(text, path: path).tree("f")
  return tree.split(separator: "\n").dropFirst().map { $0.dropFirst(4) + "\n" }.joined()
}

/// Small files that hold most constructs of the language.
let rubySamples: [String] = [
  """
  # frozen_string_literal: true
  require "net/http"

  module Shop
    # What a customer ordered.
    class Order < ApplicationRecord
      LIMIT = 3
      CLIENT = Faraday.new(url: "https://example.org")
      attr_reader :gateway, :log
      has_many :lines, dependent: :destroy
      scope :open, -> { where(open: true) }
      after_create { notify }

      def self.find_open!(id) = open.find_by!(id: id)

      class << self
        def import(rows)
          rows.each_slice(10) { |slice| insert_all(slice) }
        end
      end

      def initialize(gateway: Gateway.new, log: Rails.logger, **rest)
        super(**rest)
        @gateway = gateway
        @log = log
      end

      def pay!(amount, currency = "EUR", *rest, reason:, note: nil, &block)
        @total ||= gateway.total(amount)
        first, (second, *others), last = rest
        self.state = :paid
        return false unless amount > 0 && !paid?

        tries = 0
        begin
          tries += 1
          gateway.charge!(amount, currency, reason: reason, note:)
        rescue Timeout::Error, Net::ReadTimeout => error
          retry if tries < 3
          raise PaymentFailed.new("charge"), cause: error
        else
          log.info("paid \\#{amount}")
        ensure
          gateway.close
        end
        yield amount if block_given?
      rescue => e
        # somebody else looks
        log.error(e)
        nil
      end

      private def secret = `uname \\#{LIMIT}`

      protected

      def text
        <<~SQL.strip + "a" "b"
          select \\#{LIMIT} from orders
        SQL
      end
    end
  end
  """,
  """
  RSpec.describe Order do
    subject(:order) { build(:order) }
    let(:gateway) { instance_double("Gateway", charge: true) }

    before { allow(gateway).to receive(:charge).and_return(true) }

    context "when paid" do
      it "charges the gateway" do
        order.pay!(3)
        expect(gateway).to have_received(:charge).with(3)
        expect(order.total).to eq(3)
        expect { order.pay!(-1) }.to raise_error(RangeError, /total/)
        expect { order.pay!(1) }.to change { Order.count }.by(1)
        is_expected.to be_valid
      end

      it { is_expected.not_to be_paid }
      xit("is skipped") { expect(order.total).to be > 3 }
    end
  end
  """,
  """
  require "test_helper"

  class OrderTest < ActiveSupport::TestCase
    setup { @order = orders(:one) }

    test "adds up" do
      assert_equal 3, @order.total
      refute_nil @order.name
      assert_raises(RangeError) { @order.pay!(-1) }
      assert_difference -> { Order.count }, 1 do
        Order.create!(name: "a")
      end
    end

    def test_operators
      assert_operator @order.total, :>, 2
      _(@order.total).must_equal 3
    end
  end
  """,
  """
  #!/usr/bin/env ruby
  namespace :orders do
    desc "Imports orders"
    task import: :environment do |_, args|
      CSV.foreach(args[:path], headers: true) do |row|
        next if row["id"].nil?

        Order.create!(row.to_h)
      rescue ActiveRecord::RecordInvalid => e
        warn e.message
      end
    end
  end

  Point = Struct.new(:x, :y) do
    def length = Math.sqrt(x ** 2 + y ** 2)
  end

  config = { "a" => 1, b: [1, 2.5, nil, *rest], **options }
  case config
  in { a: Integer => n, b: [first, *] } if n > 1 then puts n
  in [] | nil
    puts "none"
  in Point(x:, y:) then p x
  else
    exit 1
  end

  text = case config[:mode]
         when "a", /b+/ then 1
         when String, 3..5 then 2
         else 3
         end
  until queue.empty?
    job = queue.shift or break
    job.run
  end
  begin
    step
  end while running
  for i in 1..3 do puts i end
  x = y = value rescue nil
  total += 1 if x != y and not z
  File.open("a", "w") { |f| f.write(%w[a b].join(",")) }
  lock.synchronize do
    counter[:a] ||= 0
    counter[:a] += 1
  end
  print ->(a, b = 2) { a <=> b }.call(1), a ? b : c, a&.b&.c, ::Foo::BAR, defined?(x), -x, !x, a =~ /b/i
  """,
]
