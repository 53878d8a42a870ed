<?php

function openTotals(Client $client, DateTime $since): float
{
    $rows = $client->orders($since)->filter('open')->limit(10);
    $first = $rows->fetch()[0]->total;
    return $rows->fetch()->sum('total') - $first + $rows[1]->total * 2;
}

function notify(Users $users, string $message): void
{
    $users->map(fn (User $user) => $user->mail($message))->flush();
    makeSender('mail')($message);
}
