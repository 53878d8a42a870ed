<?php

function register(Form $form, int $limit): Form
{
    if ($form->name === '') {
        throw new Invalid('name');
    }
    if ($form->age < 0 || $form->age > 150) {
        throw new Invalid('age');
    }
    if (size($form->tags) > $limit) {
        throw new TooMany($limit);
    }
    save($form);
    return $form;
}
