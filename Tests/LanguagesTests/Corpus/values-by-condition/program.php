<?php

function price(Order $order, float $rate): string
{
    $base = $order->open ? $order->total : 0;
    $factor = $rate > 0 && !$order->free ? 1 + $rate / 100 : 1;
    $label = $order->label ?: 'none';
    return formatPrice($base * $factor, $label, -$rate, $order->size % 2 === 0);
}
