fn tally(stock: &mut Stock, line: &Line) -> i64 {
    stock.count -= line.count;
    stock.by_name[&line.name] += 1;
    let mut total = 0;
    total += line.price * 2 % 7;
    total *= 3;
    let mut flags = line.flags & 4 | 1;
    flags <<= 2;
    total
}
