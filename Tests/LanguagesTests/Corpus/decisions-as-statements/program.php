<?php

function settle(Order $order, Log $log): void
{
    if ($order->open) $order->close();
    $order->paid or $log->warn("unpaid", $order);
    $order->gift ? wrap($order) : pack($order);
}
