fn price(item: &Item, rate: i64) -> i64 {
    let net = item.amount * item.count;
    let tax = net * rate / 100;
    let rest = net % 7;
    net + tax - rest
}

fn mask(flags: u8) -> u8 {
    let low = flags & 15;
    let high = flags >> 4;
    low | high ^ 1
}
