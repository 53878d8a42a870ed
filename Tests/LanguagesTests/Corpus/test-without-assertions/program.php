<?php

test('ships an order', function () {
    $order = build(3);
    ship($order);
    $order->close();
});

test('counts lines', function () {
    $order = build(2);
    foreach ($order->lines as $line) {
        visit($line);
    }
});
