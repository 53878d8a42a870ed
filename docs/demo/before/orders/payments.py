"""Charging customers through the payment gateway."""

import logging

import stripe

logger = logging.getLogger(__name__)

MAX_AMOUNT = 500_000


class PaymentFailed(Exception):
    """The gateway did not take the money."""


def charge_customer(customer_id: str, order_id: str, amount: int) -> str:
    """Charges a customer once for an order; amounts are in cents."""
    if amount <= 0 or amount > MAX_AMOUNT:
        raise ValueError(f"amount out of range: {amount}")
    try:
        charge = stripe.Charge.create(
            customer=customer_id,
            amount=amount,
            currency="eur",
            idempotency_key=f"order-{order_id}",
        )
    except stripe.StripeError as error:
        logger.exception("charge failed for order %s", order_id)
        raise PaymentFailed(order_id) from error
    return charge.id


def refund_charge(charge_id: str, order_id: str) -> bool:
    """Gives the money back; False where the gateway says no."""
    try:
        stripe.Refund.create(charge=charge_id, idempotency_key=f"refund-{order_id}")
    except stripe.StripeError as error:
        logger.exception("refund failed for order %s", order_id)
        raise PaymentFailed(order_id) from error
    return True
