<?php

function pay(?Order $order, Customer $customer): ?Receipt
{
    if ($order === null) {
        return null;
    }
    if (!$customer->active) {
        throw new Inactive($customer->name);
    }
    if ($order->total <= 0 || $order->paid) {
        return $order;
    } elseif ($order->total > $customer->limit) {
        notify($customer);
    }
    return charge($order, $customer);
}
