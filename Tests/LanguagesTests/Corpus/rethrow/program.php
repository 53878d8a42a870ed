<?php

function charge(Order $order): Receipt
{
    try {
        return Gateway::charge($order);
    } catch (\Exception $error) {
        Metrics::count('charge.failed');
        throw $error;
    }
}

function refund(Order $order): Receipt
{
    try {
        return Gateway::refund($order);
    } catch (\Exception $error) {
        throw new RefundFailed('refund', $error);
    }
}
