<?php

function loadSettings(string $path): ?Settings
{
    try {
        return readSettings($path);
    } catch (\Throwable) {
        return null;
    }
}

function sendReceipt(Order $order): void
{
    try {
        deliver($order);
    } catch (\Throwable) {
    }
}

function countOrders(Store $store): int
{
    try {
        return $store->count();
    } catch (Exception $error) {
        Log::warn('no count', $error);
        return 0;
    }
}
