function price(item: Item, rate: number) {
  const net: number = item.amount * item.count;
  let tax = net * rate / 100;
  let rest = net % 7;
  return net + tax - rest;
}

function mask(flags: number) {
  let low = flags & 15;
  let high = flags >> 4;
  return low | high ^ 1;
}
