require "payments"

RSpec.describe "payments" do
  it "declines a negative amount" do
    expect do
      order = build(-1)
      charge(order)
    end.to raise_error(RangeError)
  end

  it "does not charge twice" do
    order = build(3)
    charge(order)
    charge(order)
    expect(gateway).to have_received(:charge).once.with(order, 3)
    expect(gateway).not_to have_received(:refund)
  end
end
