<?php

function label(?Order $order, ?Order $fallback): string
{
    if ($order !== null && isset($order->name)) {
        return $order->name;
    }
    if (is_null($fallback) || !$fallback->ready) {
        return 'none';
    }
    if ($order === $fallback && $order->total !== 3) {
        return $fallback->name;
    }
    $name = $order->nick ?: $fallback->nick;
    return $name;
}
