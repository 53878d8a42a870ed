<?php

function reserve(Store $store, string $sku, int $amount): bool
{
    $item = $store->find($sku);
    if ($item->free < $amount) {
        return false;
    }
    $item->free -= $amount;
    $item->held += $amount;
    $store->save($item);
    return true;
}
