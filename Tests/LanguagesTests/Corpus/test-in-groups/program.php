<?php

describe('payment', function () {
    it('charges the gateway', function () {
        $gateway = makeGateway();
        pay($gateway, 3);
        $gateway->shouldHaveReceived('charge', [3]);
        $gateway->shouldNotHaveReceived('refund');
    });

    it('keeps the total', function () {
        expect(pay(makeGateway(), 3))->toBe(3);
        expect(total())->not->toBe(4);
        expect($order->paid)->toBeTrue()
            ->and($order->error)->toBeNull();
        expect(total())->toBeLessThan(9);
    });
});
