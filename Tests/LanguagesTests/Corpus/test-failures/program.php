<?php

class PaymentTest extends TestCase
{
    public function test_declines_a_negative_amount(): void
    {
        $this->expectException(RangeError::class);
        $order = build(-1);
        charge($order);
    }

    public function test_does_not_charge_twice(): void
    {
        $order = build(3);
        charge($order);
        charge($order);
        $gateway->shouldHaveReceived('charge')->with($order, 3);
        $gateway->shouldNotHaveReceived('refund');
    }
}
