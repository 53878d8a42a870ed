import unittest
from unittest.mock import Mock


class PaymentTest(unittest.TestCase):
    def test_charges_the_gateway(self):
        gateway = make_gateway()
        pay(gateway, 3)
        gateway.charge.assert_called_with(3)
        gateway.refund.assert_not_called()

    def test_keeps_the_total(self):
        self.assertEqual(pay(make_gateway(), 3), 3)
        self.assertNotEqual(total(), 4)
        self.assertTrue(order.paid)
        self.assertIsNone(order.error)
        self.assertLess(total(), 9)
