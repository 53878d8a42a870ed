<?php

function shipAll(array $orders, Client $client): int
{
    $shipped = 0;
    foreach ($orders as $order) {
        $customer = $client->customer($order->customerId);
        if ($customer->blocked) {
            continue;
        }
        $client->ship($order->id, $customer->address);
        $shipped += 1;
    }
    return $shipped;
}
