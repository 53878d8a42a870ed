<?php

function describe(string|int $state): string
{
    switch ($state) {
        case 'new':
        case 'open':
            return 'waiting';
        case 'paid':
            archive($state);
            break;
        case 3:
            break;
        default:
            throw new Unknown($state);
    }
    return 'done';
}
