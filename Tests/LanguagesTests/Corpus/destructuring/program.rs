fn split(pair: (Row, Row), rows: Rows) -> Row {
    let (mut head, mut tail) = pair;
    let [first, others @ ..] = rows;
    for (key, value) in others {
        store(key, value);
    }
    (head, tail) = [tail, head];
    head
}
