import pytest
from orders import total, charge


def test_adds_the_lines():
    order = build([1, 2])
    assert total(order) == 3
    assert order.paid is not None
    assert order.name is None
    assert "x" in order.tags
    assert total(order) > 2
    assert total(order) != 4
    assert not order.open


async def test_refuses_an_empty_order():
    with pytest.raises(Empty):
        charge([])
