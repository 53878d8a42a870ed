<?php

function pages(Client $client): Generator
{
    $page = 1;
    while (true) {
        $rows = $client->page($page);
        if (!$rows) {
            return;
        }
        yield $rows;
        yield from $rows->rest;
        $page++;
    }
}
