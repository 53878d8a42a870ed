def test_ships_an_order():
    order = build(3)
    ship(order)
    order.close()


def test_counts_lines():
    order = build(2)
    for line in order.lines:
        visit(line)
