require "test_helper"

class ShippingTest < ActiveSupport::TestCase
  def test_ships_an_order
    order = build(3)
    ship(order)
    order.close
  end

  test "counts lines" do
    order = build(2)
    order.lines.each do |line|
      visit(line)
    end
  end
end
