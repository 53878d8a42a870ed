<?php

function shipping(Order $order): ?int
{
    static $cost;
    if ($order->express) {
        if ($order->weight > 20) {
            $cost = 40;
        } else {
            $cost = 15;
        }
    } elseif ($order->total >= 100 && !$order->fragile) {
        $cost = 0;
    } else {
        if ($order->abroad) return null;
        $cost = 5;
    }
    return $order->open ? $cost : 0;
}
