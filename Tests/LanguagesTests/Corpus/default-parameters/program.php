<?php

function charge(Order $order, $currency = 'EUR', int $retries = 3): ?Receipt
{
    if ($retries === 0) {
        return null;
    }
    return send($order, $currency, $retries - 1);
}

function report(string $title, string ...$rows): string
{
    return render($title, $rows);
}

function configure(string $name, ?Options $options = defaultOptions(), $strict = false): Client
{
    return create($name, $options, $strict);
}
