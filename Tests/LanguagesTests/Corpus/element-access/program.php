<?php

function move(array $stock, string $source, string $target)
{
    $amount = $stock[$source];
    $stock[$target] = $amount;
    $stock[$source] = 0;
    $first = $stock->shelves[0];
    $first->used = $amount;
    return $stock->shelves[1];
}
