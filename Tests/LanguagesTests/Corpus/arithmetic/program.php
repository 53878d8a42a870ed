<?php

function price(Item $item, float $rate)
{
    $net = $item->amount * $item->count;
    $tax = $net * $rate / 100;
    $rest = $net % 7;
    return $net + $tax - $rest;
}

function mask(int $flags)
{
    $low = $flags & 15;
    $high = $flags >> 4;
    return $low | $high ^ 1;
}
