<?php

function invoice(Order $order, Printer $printer): void
{
    $writer = $printer->open('invoice');
    $writer->title($order->name);
    foreach ($order->lines as $line) {
        $writer->row($line->name, $line->price, true);
    }
    $writer->total($order->sum);
    $printer->send($writer->text());
    $order->invoice->sent = true;
}
