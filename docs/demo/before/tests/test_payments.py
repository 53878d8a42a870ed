"""Tests of charging."""

from unittest.mock import patch

import pytest

from orders.payments import charge_customer


def test_charge_returns_the_id_of_the_gateway():
    with patch("stripe.Charge.create") as create:
        create.return_value.id = "ch_1"
        assert charge_customer("cus_1", "42", 1000) == "ch_1"


def test_charge_refuses_amounts_that_are_not_positive():
    with pytest.raises(ValueError):
        charge_customer("cus_1", "42", 0)
