import pytest
from payments import charge, gateway


def test_declines_a_negative_amount():
    with pytest.raises(RangeError):
        order = build(-1)
        charge(order)


def test_does_not_charge_twice():
    order = build(3)
    charge(order)
    charge(order)
    gateway.charge.assert_called_once_with(order, 3)
    gateway.refund.assert_not_called()
