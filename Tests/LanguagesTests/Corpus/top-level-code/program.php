<?php

use function Orders\{configure, start};

const LIMIT = 3;
$server = start(configure(LIMIT), 'orders');

function stop(int $code): void
{
    global $server;
    $server->close($code);
}

if ($server->ready) {
    $server->listen(80);
} else {
    stop(1);
}
