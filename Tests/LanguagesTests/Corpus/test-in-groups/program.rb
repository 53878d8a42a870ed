require "spec_helper"

describe "payment" do
  it "charges the gateway" do
    gateway = make_gateway()
    pay(gateway, 3)
    expect(gateway).to have_received(:charge).with(3)
    expect(gateway).not_to have_received(:refund)
  end

  it "keeps the total" do
    expect(pay(make_gateway(), 3)).to eq(3)
    expect(total()).not_to eq(4)
    expect(order.paid).to be(true)
    expect(order.error).to be_nil
    expect(total()).to be < 9
  end
end
