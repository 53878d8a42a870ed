fn make_counter(start: i64, step: i64) -> Counter {
    let count = start;

    fn increase(times: i64) -> i64 {
        count + step * times
    }

    async fn report(target: &Target) {
        target.send(increase(1)).await;
    }

    schedule(report, || increase(2));
    increase
}

fn sorted_by(rows: Rows, key: Key) -> Rows {
    order_rows(rows, |row| row.get(key))
}
