<?php

function findGap(array $rows, int $limit): int
{
    $checked = 0;
    foreach ($rows as $row) {
        foreach ($row->cells as $cell) {
            $checked += 1;
            if ($cell->empty) {
                continue;
            }
            if ($cell->value > $limit) {
                break;
            }
            visit($cell);
        }
    }
    while ($checked > 0) {
        $checked -= 1;
        release($checked);
    }
    return $checked;
}
