<?php

function pay(Order $order): Order
{
    try {
        Gateway::charge($order->total);
    } catch (Throwable $error) {
        throw new PaymentFailed('charge', $order->id, $error);
    }
    return $order;
}

function load(string $path): ?Settings
{
    try {
        return parse(read($path));
    } catch (Exception $error) {
        if ($error->code === 'missing') {
            return null;
        }
        throw $error;
    }
}
